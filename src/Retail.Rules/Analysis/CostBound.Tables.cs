using System.Linq;
using Retail.Rules.Binding;
using Retail.Rules.Model;

namespace Retail.Rules.Analysis;

/// <summary>Tables and selects.</summary>
internal sealed partial class CostBound
{
    /// <summary>A step, the columns, every cell of every row, and the values of the rows that may count.</summary>
    private (CostFormula Steps, CostShape Shape) OfTable(BoundTable table)
    {
        var steps = CostFormula.One;
        foreach (var column in table.Inputs)
        {
            var value = Of(column.Value);
            steps = steps.Plus(value.Steps);
            locals[column.Local] = value.Shape;
        }
        var takesOne = table.Syntax.HitPolicy is HitPolicy.Unique or HitPolicy.First;
        var values = CostFormula.Zero;
        var outputs = table.Outputs.Select(_ => CostShape.Single).ToArray();
        foreach (var row in table.Rows)
        {
            foreach (var cell in row.Cells)
            {
                foreach (var test in cell.Tests)
                    steps = steps.Plus(StepsOf(test));
            }
            var ofRow = CostFormula.Zero;
            for (var i = 0; i < outputs.Length; i++)
            {
                var value = Of(row.Values[i]);
                ofRow = ofRow.Plus(value.Steps);
                outputs[i] = outputs[i].Or(value.Shape);
            }
            values = takesOne ? values.Or(ofRow) : values.Plus(ofRow);
        }
        return (steps.Plus(values), ShapeOf(table, outputs.Length == 1 ? outputs[0] : CostShape.OfRecord(outputs)));
    }

    private static CostShape ShapeOf(BoundTable table, CostShape row) => table.Syntax.HitPolicy switch
    {
        HitPolicy.RuleOrder or HitPolicy.OutputOrder => CostShape.OfList(CostFormula.Of(table.Rows.Count), row),
        HitPolicy.Collect => table.Syntax.Aggregation == CollectAggregation.None ? CostShape.OfList(CostFormula.Of(table.Rows.Count), row) : CostShape.Single,
        _ => row,
    };

    private CostFormula StepsOf(BoundCellTest test)
    {
        if (test.Interval is { } interval)
            return StepsOf(interval.Low).Plus(StepsOf(interval.High));
        var value = Of(test.Value);
        return test.Kind == CellTestKind.List ? value.Steps.Plus(Search(value.Shape.Length)) : value.Steps;
    }

    /// <summary>For each candidate a step, its key, its defines, whatever may exclude it, its score and rank; and each pair of keys, once.</summary>
    private (CostFormula Steps, CostShape Shape) OfSelect(BoundSelect select)
    {
        var source = Of(select.Source);
        var (length, item) = (source.Shape.Length, source.Shape.Item);
        locals[select.Item] = item;
        locals[select.Score] = CostShape.Single;
        locals[select.Preferred] = CostShape.Single;
        var defines = select.Defines.Select(Computed).ToArray();
        var each = defines.Aggregate(CostFormula.One, (sum, define) => sum.Plus(define.Steps))
            .Plus(StepsOf(select.Key))
            .Plus(StepsOf(select.Exclusions.Select(exclusion => exclusion.When)))
            .Plus(StepsOf(select.Scores.SelectMany(score => new[] { score.When, score.Points })))
            .Plus(StepsOf(select.Prefer))
            .Plus(StepsOf(select.RankKeys.Select(rank => rank.Value)));
        var steps = source.Steps.Plus(ForEach(length, each)).Plus(ForEach(length, length).Times(0.5m));
        var entry = CostShape.OfRecord([item, .. defines.Select(define => define.Shape), CostShape.Single, CostShape.Single]);
        return (steps, CostShape.OfRecord(entry, CostShape.OfList(length, entry), CostShape.Single));
    }
}
