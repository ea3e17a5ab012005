using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Binding;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Analysis;

/// <summary>
/// The values of a column cut into classes that no constant test of the table can tell apart, numbered in order: for ordered values below,
/// at and between the thresholds; for enums and texts each value that is named, then any other; last, unknown. Immutable.
/// </summary>
internal sealed class ColumnDomain
{
    private readonly BoundColumn column;
    private readonly Value[] thresholds;
    private readonly string[] names;
    private readonly bool hasOther;

    public ColumnDomain(BoundColumn column, IEnumerable<BoundCell> cells)
    {
        this.column = column;
        var type = column.Type;
        IsOptional = type.IsOptional;
        var constants = cells.SelectMany(cell => cell.Tests).SelectMany(ConstantsOf).ToArray();
        if (type.Kind == TypeKind.Boolean)
        {
            names = ["false", "true"];
            thresholds = [];
        }
        else if (type.Kind == TypeKind.Enum)
        {
            names = type.Enum!.Members.Concat(constants.Where(value => value.IsKnown).Select(value => value.Text)).Distinct().ToArray();
            thresholds = [];
            hasOther = type.Enum.Kind == EnumKind.Open;
        }
        else if (type.Kind == TypeKind.Text)
        {
            names = constants.Where(value => value.IsKnown).Select(value => value.Text).Distinct().ToArray();
            thresholds = [];
            hasOther = true;
        }
        else
        {
            names = [];
            thresholds = Distinct(constants.Where(value => value.IsKnown));
        }
        KnownCount = names.Length > 0 || hasOther || type.Kind == TypeKind.Boolean ? names.Length + (hasOther ? 1 : 0) : 2 * thresholds.Length + 1;
    }

    public bool IsOptional { get; }

    /// <summary>How many classes of known values there are.</summary>
    public int KnownCount { get; }

    public int Count => KnownCount + (IsOptional ? 1 : 0);

    /// <summary>The classes that a cell surely matches, and those that it may match.</summary>
    public (ClassRanges Sure, ClassRanges Maybe) Of(BoundCell cell)
    {
        var all = ClassRanges.Of(0, Count - 1);
        if (cell.IsAny)
            return (all, all);
        var sure = ClassRanges.None;
        var maybe = ClassRanges.None;
        foreach (var test in cell.Tests)
        {
            var (testSure, testMaybe) = Of(test);
            sure = sure.Union(testSure);
            maybe = maybe.Union(testMaybe);
        }
        return cell.IsNegated ? (maybe.Complement(KnownCount), sure.Complement(KnownCount)) : (sure, maybe);
    }

    /// <summary>A class in words: <c>bogof</c>, <c>above 50%</c>.</summary>
    public string Describe(int index)
    {
        var name = column.Name;
        if (index >= KnownCount)
            return name + " unknown";
        if (thresholds.Length == 0)
            return index < names.Length ? name + " = " + names[index] : names.Length == 0 ? "any " + name : "any other " + name;
        if (index % 2 == 1)
            return name + " = " + Print(thresholds[index / 2]);
        if (index == 0)
            return name + " < " + Print(thresholds[0]);
        return index == KnownCount - 1
            ? name + " > " + Print(thresholds[thresholds.Length - 1])
            : name + " between " + Print(thresholds[index / 2 - 1]) + " and " + Print(thresholds[index / 2]);
    }

    private string Print(in Value value) => ValuePrinting.Print(value, column.Type.AsKnown());

    private (ClassRanges Sure, ClassRanges Maybe) Of(BoundCellTest test)
    {
        var known = ClassRanges.Of(0, KnownCount - 1);
        switch (test.Kind)
        {
            case CellTestKind.Unknown:
                var unknown = IsOptional ? ClassRanges.Of(KnownCount, KnownCount) : ClassRanges.None;
                return (unknown, unknown);
            case CellTestKind.Comparison when Constants.TryEvaluate(test.Value!, out var value):
                var compared = Compared(test.Operator, value);
                return (compared, compared);
            case CellTestKind.Interval when Constants.TryEvaluate(test.Interval!.Low, out var low) && Constants.TryEvaluate(test.Interval.High, out var high):
                var above = Compared(test.Interval.IncludesLow ? BinaryOperator.GreaterOrEqual : BinaryOperator.Greater, low);
                var below = Compared(test.Interval.IncludesHigh ? BinaryOperator.LessOrEqual : BinaryOperator.Less, high);
                var inside = above.Complement(KnownCount).Union(below.Complement(KnownCount)).Complement(KnownCount);
                return (inside, inside);
            case CellTestKind.List when Constants.TryEvaluate(test.Value!, out var list):
                var any = ClassRanges.None;
                for (var i = 0; i < list.Composite.Count; i++)
                    any = any.Union(Compared(BinaryOperator.Equal, list.Composite.Items[i]));
                return (any, any);
            case CellTestKind.Condition:
                return (ClassRanges.None, ClassRanges.Of(0, Count - 1));
            default:
                return (ClassRanges.None, known);
        }
    }

    private ClassRanges Compared(BinaryOperator op, in Value value)
    {
        if (op == BinaryOperator.NotEqual)
            return Compared(BinaryOperator.Equal, value).Complement(KnownCount);
        var at = IndexOf(value);
        return op switch
        {
            BinaryOperator.Equal => ClassRanges.Of(at, at),
            BinaryOperator.Less => ClassRanges.Of(0, at - 1),
            BinaryOperator.LessOrEqual => ClassRanges.Of(0, at),
            BinaryOperator.Greater => ClassRanges.Of(at + 1, KnownCount - 1),
            _ => ClassRanges.Of(at, KnownCount - 1),
        };
    }

    private int IndexOf(in Value value)
    {
        if (column.Type.Kind == TypeKind.Boolean)
            return value.Boolean ? 1 : 0;
        if (value.Reference is string text)
            return System.Array.IndexOf(names, text);
        var low = 0;
        var high = thresholds.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Exact.Compare(thresholds[middle], value) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return 2 * low + 1;
    }

    private static IEnumerable<Value> ConstantsOf(BoundCellTest test)
    {
        if (test.Value is not null && test.Kind != CellTestKind.Condition && Constants.TryEvaluate(test.Value, out var value))
        {
            if (test.Kind != CellTestKind.List)
                return [value];
            return value.Composite.Items.Take(value.Composite.Count);
        }
        if (test.Interval is { } interval && Constants.TryEvaluate(interval.Low, out var low) && Constants.TryEvaluate(interval.High, out var high))
            return [low, high];
        return [];
    }

    private static Value[] Distinct(IEnumerable<Value> values)
    {
        var sorted = values.ToList();
        sorted.Sort((left, right) => Exact.Compare(left, right));
        var distinct = new List<Value>();
        foreach (var value in sorted)
        {
            if (distinct.Count == 0 || Exact.Compare(distinct[distinct.Count - 1], value) != 0)
                distinct.Add(value);
        }
        return distinct.ToArray();
    }
}
