using Retail.Rules.Dsl.Lexing;
using Retail.Rules.Dsl.Parsing;
using Retail.Rules.Model;

namespace Retail.Rules.Dsl.Formatting;

internal sealed partial class RulesWriter
{
    private void Select(SelectDeclaration item)
    {
        writer.Write("select ").Write(item.Name.Text).Write(" from ").Write(item.Item.Text).Write(" in ");
        writer.Write(ExpressionFormatter.Format(item.Source, Precedence.Postfix)).Write(" key ").Write(ExpressionFormatter.Format(item.Key, Precedence.Postfix));
        writer.EndLine(item.TrailingComment);
        foreach (var define in item.Defines)
        {
            writer.Above(define, Indent);
            Define(define, Indent);
        }
        BlankLineBetween(item.Defines.Count > 0 && item.Exclusions.Count > 0);
        foreach (var exclusion in item.Exclusions)
            Exclusion(exclusion);
        BlankLineBetween((item.Defines.Count > 0 || item.Exclusions.Count > 0) && item.Scores.Count > 0);
        foreach (var score in item.Scores)
            Score(score);
        BlankLineBetween(item.Defines.Count > 0 || item.Exclusions.Count > 0 || item.Scores.Count > 0);
        if (item.Prefer is not null)
        {
            writer.Write("  prefer ");
            Expression(item.Prefer, Precedence.Or, Indent + Indent);
            writer.EndLine();
        }
        Rank(item);
    }

    private void BlankLineBetween(bool areBoth)
    {
        if (areBoth)
            writer.EndLine();
    }

    private void Exclusion(Exclusion exclusion)
    {
        writer.Comments(exclusion.Comments, Indent);
        writer.Write("  exclude ").Write(exclusion.Id.Text).Write(" ").Write(TextEscapes.Quote(exclusion.Title.Text)).Write(" when ");
        Expression(exclusion.When, Precedence.Lowest, Indent + Indent);
        writer.EndLine(exclusion.TrailingComment);
    }

    private void Score(ScoreItem score)
    {
        writer.Comments(score.Comments, Indent);
        writer.Write("  score ");
        Expression(score.Points, Precedence.Sum, Indent + Indent);
        if (score.When is not null)
        {
            writer.Write(" when ");
            Expression(score.When, Precedence.Or, Indent + Indent);
        }
        writer.EndLine(score.TrailingComment);
    }

    private void Rank(SelectDeclaration item)
    {
        writer.Write("  rank by ");
        for (var i = 0; i < item.RankKeys.Count; i++)
        {
            writer.Write(i > 0 ? ", " : "");
            Expression(item.RankKeys[i].Value, Precedence.Sum, Indent + Indent);
            writer.Write(item.RankKeys[i].IsDescending ? " descending" : "");
        }
        writer.EndLine();
    }
}
