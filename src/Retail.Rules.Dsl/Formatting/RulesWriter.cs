using System.Linq;
using Retail.Rules.Dsl.Lexing;
using Retail.Rules.Dsl.Parsing;
using Retail.Rules.Model;

namespace Retail.Rules.Dsl.Formatting;

/// <summary>
/// Writes a model as canonical text: the same model gives the same text, and reading that text gives the model again. One per text; not
/// thread-safe.
/// </summary>
internal sealed partial class RulesWriter
{
    private const int Indent = 2;

    private readonly LineWriter writer = new();
    private readonly RuleSetDefinition ruleSet;

    private RulesWriter(RuleSetDefinition ruleSet) => this.ruleSet = ruleSet;

    public static string Write(RuleSetDefinition ruleSet)
    {
        var rules = new RulesWriter(ruleSet);
        rules.Header();
        rules.Declarations();
        rules.writer.Comments(ruleSet.ClosingComments, 0);
        return rules.writer.ToString();
    }

    private void Header()
    {
        writer.Above(ruleSet.Comments, ruleSet.Documentation, 0);
        writer.Write(HeadText());
        writer.EndLine(ruleSet.TrailingComment);
        if (ruleSet.EffectiveFrom is not null)
        {
            writer.Write("effective from ").Write(LiteralText.Of(ruleSet.EffectiveFrom));
            if (ruleSet.EffectiveUntil is not null)
                writer.Write(" until ").Write(LiteralText.Of(ruleSet.EffectiveUntil));
            writer.EndLine();
        }
        if (ruleSet.Currency is not null)
        {
            writer.Write("currency ").Write(ruleSet.Currency.Text);
            writer.EndLine();
        }
        if (ruleSet.OutputPlaces is not null)
        {
            writer.Write("outputs to ").Write(LiteralText.Of(ruleSet.OutputPlaces)).Write(" places");
            writer.EndLine();
        }
        if (ruleSet.Owner is not null)
        {
            writer.Write("owner ").Write(ruleSet.Owner.Text);
            writer.EndLine();
        }
        foreach (var use in ruleSet.Uses)
        {
            writer.Comments(use.Comments, 0);
            writer.Write("use ").Write(Names(use.Names));
            writer.EndLine(use.TrailingComment);
        }
    }

    private string HeadText()
    {
        var version = " version " + TextEscapes.Quote(ruleSet.Version.Text);
        return ruleSet.Kind switch
        {
            DocumentKind.Vocabulary => "vocabulary " + ruleSet.Name.Text + version,
            DocumentKind.Part => "part " + ruleSet.Name.Text + " of " + ruleSet.Base?.Text,
            DocumentKind.Layer => "layer " + ruleSet.Name.Text + " over " + ruleSet.Base?.Text + version,
            _ => "ruleset " + ruleSet.Name.Text + version,
        };
    }

    private void Declarations()
    {
        for (var i = 0; i < ruleSet.Declarations.Count; i++)
        {
            var declaration = ruleSet.Declarations[i];
            if (i == 0 || !IsGroup(ruleSet.Declarations[i - 1], declaration))
            {
                writer.EndLine();
                widths = GroupWidths(i);
            }
            writer.Above(declaration, 0);
            Declaration(declaration);
        }
        if (ruleSet.ClosingComments.Count > 0)
            writer.EndLine();
    }

    /// <summary>Whether two declarations stand in one paragraph: of one kind, a line each, the second without comments.</summary>
    private static bool IsGroup(Declaration first, Declaration second) =>
        first.GetType() == second.GetType()
        && first is EnumDeclaration or InputDeclaration or ParamDeclaration or SetDeclaration or DefineDeclaration or ScoreDeclaration or OutputDeclaration or NeverDeclaration
        && second.Comments.Count == 0 && second.Documentation is null;

    private void Declaration(Declaration declaration)
    {
        switch (declaration)
        {
            case EnumDeclaration item:
                Enum(item);
                break;
            case TypeDeclaration item:
                Type(item);
                break;
            case InputDeclaration item:
                Input(item);
                break;
            case ParamDeclaration item:
                Param(item);
                break;
            case SetDeclaration item:
                Set(item);
                break;
            case SetTableDeclaration item:
                SetTable(item);
                break;
            case DefineDeclaration item:
                Define(item, 0);
                break;
            case ScoreDeclaration item:
                Score(item);
                break;
            case TableDeclaration item:
                Table(item);
                break;
            case SelectDeclaration item:
                Select(item);
                break;
            case RuleDeclaration item:
                Rule(item);
                break;
            case OutputDeclaration item:
                Output(item);
                break;
            case NeverDeclaration item:
                Never(item);
                break;
            case FactsDeclaration item:
                Facts(item);
                break;
            case ExampleDeclaration item:
                Example(item);
                break;
        }
    }

    private void Expression(Expression expression, int minimum, int indent, int reserve = 0) =>
        ExpressionLayout.Write(writer, expression, minimum, indent, reserve);

    private static string Names(System.Collections.Generic.IEnumerable<Identifier> names) => string.Join(", ", names.Select(name => name.Text));

    /// <summary>A name where the grammar also takes a text, for names that cannot be written as one.</summary>
    private static string NameOrText(Identifier name) =>
        HardWords.IsName(name.Text) && name.Text != "none" ? name.Text : TextEscapes.Quote(name.Text);

    private static string TypeText(TypeReference type) => (type.IsList ? "list of " : "") + type.Name.Text + (type.Currency is null ? "" : " in " + type.Currency.Text) + (type.IsOptional ? "?" : "");

    private static string ParametersText(System.Collections.Generic.IReadOnlyList<Parameter> parameters) => parameters.Count == 0
        ? ""
        : "(" + string.Join(", ", parameters.Select(parameter => parameter.Name.Text + " : " + TypeText(parameter.Type))) + ")";

    private static string OverridableText(System.Collections.Generic.IReadOnlyList<Identifier> roles) => roles.Count == 0 ? "" : "overridable by " + Names(roles);

    private static string WindowText(EffectiveWindow? window, string before) => window is null
        ? ""
        : before + "effective"
            + (window.From is null ? "" : " from " + LiteralText.Of(window.From))
            + (window.Until is null ? "" : " until " + LiteralText.Of(window.Until));

    private void OnlyIf(Expression? condition, int indent)
    {
        if (condition is null)
            return;
        writer.Write("only if ");
        Expression(condition, Precedence.Or, indent);
    }
}
