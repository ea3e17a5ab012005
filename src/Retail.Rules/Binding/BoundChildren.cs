using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Binding;

/// <summary>The expressions directly inside an expression or a computed symbol.</summary>
internal static class BoundChildren
{
    public static IReadOnlyList<BoundExpression> Of(BoundExpression expression) => expression switch
    {
        BoundField field => [field.Target],
        BoundCall call => call.Arguments,
        BoundInvocation invocation => invocation.Arguments,
        BoundNegation negation => [negation.Operand],
        BoundNot not => [not.Operand],
        BoundArithmetic arithmetic => [arithmetic.Left, arithmetic.Right],
        BoundComparison comparison => [comparison.Left, comparison.Right],
        BoundRelation relation => [relation.Left, relation.Right],
        BoundInInterval inside => [inside.Operand, inside.Interval.Low, inside.Interval.High],
        BoundLogical logical => logical.Operands,
        BoundIs test => [test.Operand],
        BoundOtherwise otherwise => [otherwise.Value, otherwise.Fallback],
        BoundIf conditional => [conditional.Condition, conditional.Then, conditional.Else],
        BoundList list => list.Items,
        BoundRecord record => Known(record.Members.SelectMany(member => new[] { member.Value, member.OnlyIf })),
        BoundAggregate aggregate => Known([aggregate.Source, aggregate.Where, aggregate.Body]),
        BoundSplit split => [split.Total, split.Source, split.Weight],
        BoundChanged changed => [changed.Approved, .. changed.Inputs],
        BoundInForce choice => [.. choice.Choices.Select(option => option.Value), choice.Day],
        _ => [],
    };

    public static IEnumerable<BoundExpression> Of(ComputedSymbol symbol) => Parts(symbol).OfType<BoundExpression>();

    private static BoundExpression[] Known(IEnumerable<BoundExpression?> parts) => parts.OfType<BoundExpression>().ToArray();

    private static IEnumerable<BoundExpression?> Parts(ComputedSymbol symbol) => symbol switch
    {
        DefineSymbol define => [define.OnlyIf, define.Body],
        TableSymbol { Table: { } table } => Parts(table),
        SelectSymbol { Select: { } select } => Parts(select),
        DatedSymbol dated => [dated.Body],
        ChangedSymbol changed => [changed.Body],
        _ => [],
    };

    private static IEnumerable<BoundExpression?> Parts(BoundTable table) =>
        table.Inputs.Select(column => column.Value)
            .Concat(table.Rows.SelectMany(row => row.Values))
            .Concat(table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Tests).SelectMany(test => new[] { test.Value, test.Interval?.Low, test.Interval?.High }));

    private static IEnumerable<BoundExpression?> Parts(BoundSelect select) =>
        new[] { select.Source, select.Key, select.Prefer }
            .Concat(select.Defines.SelectMany(define => new[] { define.OnlyIf, define.Body }))
            .Concat(select.Exclusions.Select(exclusion => exclusion.When))
            .Concat(select.Scores.SelectMany(score => new[] { score.Points, score.When }))
            .Concat(select.RankKeys.Select(rank => rank.Value));
}
