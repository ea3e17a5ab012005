using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Dsl.Lexing;
using Retail.Rules.Dsl.Parsing;
using Retail.Rules.Model;

namespace Retail.Rules.Dsl.Formatting;

internal sealed partial class RulesWriter
{
    private void Define(DefineDeclaration item, int indent)
    {
        writer.Write("define ").Write(item.Name.Text).Write(ParametersText(item.Parameters));
        if (item.Type is not null)
            writer.Write(" : ").Write(TypeText(item.Type));
        writer.Write(" =");
        Body(item.Body, item.OnlyIf, indent);
        writer.EndLine(item.TrailingComment);
    }

    private void Score(ScoreDeclaration item)
    {
        writer.Write("score ").Write(item.Name.Text);
        if (item.Type is not null)
            writer.Write(" : ").Write(TypeText(item.Type));
        writer.Write(" =");
        Body(item.Body, item.OnlyIf, 0);
        writer.EndLine(item.TrailingComment);
    }

    private void Output(OutputDeclaration item)
    {
        writer.Write("output ").Write(item.Name.Text);
        if (item.Value is not null)
        {
            writer.Write(" =");
            var isAmbiguous = item.Places is not null && item.OnlyIf is null && ExpressionFormatter.EndsInSplit(item.Value);
            Body(item.Value, item.OnlyIf, 0, isAmbiguous ? Precedence.Or : Precedence.Lowest);
        }
        else if (item.OnlyIf is not null)
        {
            writer.Write("  ");
            OnlyIf(item.OnlyIf, Indent);
        }
        writer.Write(ExpressionFormatter.PlacesText(item.Places));
        writer.EndLine(item.TrailingComment);
    }

    /// <summary>A value and its <c>only if</c>, on the line of its name if they fit, else below it.</summary>
    private void Body(Expression body, Expression? onlyIf, int indent, int minimum = Precedence.Lowest)
    {
        var flat = ExpressionFormatter.Format(body, minimum);
        var condition = onlyIf is null ? 0 : "  only if ".Length + ExpressionFormatter.Format(onlyIf, Precedence.Or).Length;
        if (writer.Column + 1 + flat.Length + condition <= LineWriter.Width)
        {
            writer.Write(" ");
            Expression(body, minimum, indent);
            writer.Write(onlyIf is null ? "" : "  ");
        }
        else
        {
            if (body is RecordExpression or ListExpression or AggregateExpression { Kind: AggregateKind.List })
                writer.Write(" ");
            else
                writer.NewLine(indent + Indent);
            Expression(body, minimum, body is RecordExpression or ListExpression or AggregateExpression { Kind: AggregateKind.List } ? indent : indent + Indent);
            if (onlyIf is not null)
                writer.NewLine(indent + Indent);
        }
        OnlyIf(onlyIf, indent + Indent);
    }

    private void Never(NeverDeclaration item)
    {
        writer.Write("never ").Write(item.Verdict.Text).Write(" when ");
        Expression(item.When, Precedence.Lowest, Indent);
        writer.EndLine(item.TrailingComment);
    }

    private void Facts(FactsDeclaration item)
    {
        writer.Write("facts ").Write(item.Name.Text).Write(" ");
        Expression(item.Record, Precedence.Lowest, 0);
        writer.EndLine(item.TrailingComment);
    }

    private void Example(ExampleDeclaration item)
    {
        writer.Write("example ").Write(TextEscapes.Quote(item.Title.Text));
        writer.TrailingComment(item.TrailingComment);
        writer.NewLine(Indent);
        writer.Write("given ");
        if (item.BaseFacts is not null)
            writer.Write(item.BaseFacts.Text).Write(item.Facts is null ? "" : " with ");
        if (item.Facts is not null)
            Expression(item.Facts, Precedence.Lowest, Indent);
        writer.NewLine(Indent);
        writer.Write("expect").Write(item.Verdict is null ? "" : " " + item.Verdict.Text);
        Expected("rules", item.Rules);
        Expected("approvers", item.Approvers);
        Expected("conditions", item.Conditions);
        Expected("missing", item.Missing);
        if (item.Outputs is not null)
        {
            writer.NewLine(Indent + Indent);
            writer.Write("outputs ");
            Expression(item.Outputs, Precedence.Lowest, Indent + Indent);
        }
        writer.EndLine();
    }

    private void Expected(string word, IReadOnlyList<Identifier>? names)
    {
        if (names is null)
            return;
        writer.NewLine(Indent + Indent);
        writer.Write(word).Write(" ").Write(names.Count == 0 ? "none" : string.Join(", ", names.Select(NameOrText)));
    }
}
