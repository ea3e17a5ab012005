using System.Collections.Generic;
using System.Linq;
using System.Text;
using Retail.Rules.Dsl.Lexing;
using Retail.Rules.Dsl.Parsing;
using Retail.Rules.Model;

namespace Retail.Rules.Dsl.Formatting;

internal sealed partial class RulesWriter
{
    /// <summary>The widest condition whose <c>then</c> is worth aligning with its neighbours'.</summary>
    private const int WidestAligned = 72;

    private void Rule(RuleDeclaration item)
    {
        var prefix = item.Kind switch
        {
            RuleKind.Stop => "stop rule ",
            RuleKind.Final => "final rule ",
            _ => "rule ",
        };
        writer.Write(prefix).Write(item.Id.Text).Write(" ").Write(TextEscapes.Quote(item.Title.Text));
        if (item.Code is not null)
            writer.Write(" code ").Write(item.Code.ToString());
        if (item.Owner is not null)
            writer.Write(" owner ").Write(item.Owner.Text);
        writer.Write(WindowText(item.Effective, " "));
        writer.EndLine(item.TrailingComment);
        if (item.ForEach is not null)
        {
            writer.Write("  for each ").Write(item.ForEach.Item.Text).Write(" in ");
            Expression(item.ForEach.Source, Precedence.Postfix, Indent);
            writer.EndLine();
        }
        if (item.OnlyIf is not null)
        {
            writer.Write("  ");
            OnlyIf(item.OnlyIf, Indent + Indent);
            writer.EndLine();
        }
        Clauses(item);
    }

    private void Clauses(RuleDeclaration item)
    {
        var conditions = item.Clauses.Select(clause => ExpressionFormatter.Format(clause.When)).ToArray();
        var widest = conditions.Max(condition => condition.Length);
        var width = widest <= WidestAligned ? widest : 0;
        for (var i = 0; i < conditions.Length; i++)
        {
            var clause = item.Clauses[i];
            writer.Comments(clause.Comments, Indent);
            writer.Write("  when ");
            Expression(clause.When, Precedence.Lowest, Indent + Indent);
            var effects = "then " + string.Join(" and ", clause.Effects.Select(EffectText));
            if (conditions[i].Length <= width)
                writer.Write(new string(' ', width - conditions[i].Length));
            if (writer.Column + 1 + effects.Length <= LineWriter.Width || conditions[i].Length <= width)
                writer.Write(" ");
            else
                writer.NewLine(Indent + Indent);
            writer.Write(effects).EndLine(clause.TrailingComment);
        }
    }

    private static string EffectText(Effect effect)
    {
        var word = effect.Kind switch
        {
            EffectKind.Note => "note",
            EffectKind.Require => "require",
            EffectKind.Refer => "refer to " + Roles(effect.Roles) + Terms(effect),
            EffectKind.ReApprove => HardWords.ReApprove,
            EffectKind.Hold => "hold",
            EffectKind.Incomplete => "incomplete",
            _ => "reject",
        };
        return effect.Text is null ? word : word + " " + TemplateText(effect.Text);
    }

    private static string Roles(IEnumerable<Expression> roles) => string.Join(", ", roles.Select(role => ExpressionFormatter.Format(role)));

    private static string Terms(Effect effect) =>
        (effect.Within is null ? "" : " within " + ExpressionFormatter.Format(effect.Within, Precedence.Sum))
        + (effect.EscalateTo.Count == 0 ? "" : " escalate to " + Roles(effect.EscalateTo));

    private static string TemplateText(TextTemplate template)
    {
        var text = new StringBuilder("\"");
        foreach (var part in template.Parts)
        {
            if (part.Hole is not null)
                text.Append('{').Append(ExpressionFormatter.Format(part.Hole)).Append('}');
            else
                text.Append(TextEscapes.Escape(part.Literal ?? "").Replace("{", "{{"));
        }
        return text.Append('"').ToString();
    }
}
