using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Binding;
using Retail.Rules.Evaluation;
using Retail.Rules.Indexing;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Planning;

/// <summary>A decision table: its columns are computed once, left to right; then rows are tested in order.</summary>
internal sealed class TableNode : PlanNode
{
    public TableNode(RuleType type, string name, HitPolicy hitPolicy, CollectAggregation aggregation, IReadOnlyList<ColumnPlan> columns, IReadOnlyList<RowPlan> rows, RowPlan? otherwise, IReadOnlyList<RuleType> outputTypes)
        : base(type)
    {
        Name = name;
        HitPolicy = hitPolicy;
        Aggregation = aggregation;
        Columns = columns;
        Rows = rows;
        Otherwise = otherwise;
        OutputTypes = outputTypes;
        if (outputTypes.Count == 1 && rows.All(row => row.Values[0] is ConstantNode))
            constants = rows.Select(row => ((ConstantNode)row.Values[0]).Value).ToArray();
    }

    /// <summary>By row, together in memory, where each row gives one value that is the same for all facts; else null.</summary>
    private readonly Value[]? constants;

    public string Name { get; }

    public HitPolicy HitPolicy { get; }

    public CollectAggregation Aggregation { get; }

    public IReadOnlyList<ColumnPlan> Columns { get; }

    public IReadOnlyList<RowPlan> Rows { get; }

    public RowPlan? Otherwise { get; }

    public IReadOnlyList<RuleType> OutputTypes { get; }

    /// <summary>Finds the rows that may match; null if all are tested in turn. Set once, while planning.</summary>
    public PredicateIndex? Index { get; set; }

    public override Value Evaluate(Frame frame)
    {
        frame.Step();
        for (var i = 0; i < Columns.Count; i++)
            frame.Slots[Columns[i].Slot] = Columns[i].Value.Evaluate(frame);
        return Choose(frame);
    }

    /// <summary>What the table gives once its columns are computed.</summary>
    public Value Choose(Frame frame)
    {
        var rows = new MatchingRows(this, frame);
        return HitPolicy switch
        {
            HitPolicy.First => rows.Next(frame) is var first && first >= 0 ? ValueOfRow(frame, first) : Default(frame),
            HitPolicy.Unique => Unique(frame, ref rows),
            HitPolicy.Any => Any(frame, ref rows),
            HitPolicy.Priority => Priority(frame, ref rows),
            _ => Several(frame, ref rows),
        };
    }

    private Value Default(Frame frame) => Otherwise is null ? Value.Unknown : ValueOf(frame, Otherwise);

    private Value Unique(Frame frame, ref MatchingRows rows)
    {
        var first = rows.Next(frame);
        if (first < 0)
            return Default(frame);
        var second = rows.Next(frame);
        return second < 0 ? ValueOfRow(frame, first) : throw SeveralRows(first, second);
    }

    /// <summary>Two rows match where one may.</summary>
    public EvaluationFault SeveralRows(int first, int second) =>
        new(FaultKind.SeveralRows, "rows " + Rows[first].Number + " and " + Rows[second].Number + " of table " + Name + " both match, and its hit policy is unique");

    private Value Any(Frame frame, ref MatchingRows rows)
    {
        var first = rows.Next(frame);
        if (first < 0)
            return Default(frame);
        var value = ValueOfRow(frame, first);
        for (var row = rows.Next(frame); row >= 0; row = rows.Next(frame))
            RequireAgreement(first, value, row, ValueOfRow(frame, row));
        return value;
    }

    /// <exception cref="EvaluationFault">Two rows that match say different things.</exception>
    public void RequireAgreement(int first, in Value value, int row, in Value other)
    {
        if (!Agree(value, other))
            throw new EvaluationFault(FaultKind.DifferentRows, "rows " + Rows[first].Number + " and " + Rows[row].Number + " of table " + Name + " both match and say different things");
    }

    private bool Agree(in Value left, in Value right)
    {
        if (OutputTypes.Count == 1)
            return Operations.Same(left, right);
        for (var i = 0; i < OutputTypes.Count; i++)
        {
            if (!Operations.Same(left.Composite.Items[i], right.Composite.Items[i]))
                return false;
        }
        return true;
    }

    private Value Priority(Frame frame, ref MatchingRows rows)
    {
        var best = Value.Unknown;
        for (var row = rows.Next(frame); row >= 0; row = rows.Next(frame))
            best = Higher(best, ValueOfRow(frame, row));
        return best.IsUnknown ? Default(frame) : best;
    }

    /// <summary>The one of two rows' values that ranks higher, the first among equals; an unknown one ranks below all.</summary>
    public Value Higher(in Value best, in Value value) => best.IsUnknown || Rank(value, best) > 0 ? value : best;

    /// <summary>How one row's outputs rank against another's: leftmost column first, later enum members higher.</summary>
    private int Rank(in Value left, in Value right)
    {
        if (OutputTypes.Count == 1)
            return Operations.Order(OutputTypes[0], left, right);
        for (var i = 0; i < OutputTypes.Count; i++)
        {
            var order = Operations.Order(OutputTypes[i], left.Composite.Items[i], right.Composite.Items[i]);
            if (order != 0)
                return order;
        }
        return 0;
    }

    private Value Several(Frame frame, ref MatchingRows rows)
    {
        var list = frame.Arena.Rent(4);
        var row = rows.Next(frame);
        if (row < 0 && Otherwise is not null)
            Take(list, ValueOf(frame, Otherwise));
        for (; row >= 0; row = rows.Next(frame))
            Take(list, ValueOfRow(frame, row));
        return Summarise(list);
    }

    /// <summary>What a policy that takes several rows makes of their values.</summary>
    public Value Summarise(Composite rows) => HitPolicy == HitPolicy.OutputOrder ? InOutputOrder(rows) : Collect(rows);

    private Value InOutputOrder(Composite rows)
    {
        var items = rows.Items;
        for (var i = 1; i < rows.Count; i++)
        {
            // Insertion keeps rows of equal rank in the order of the text.
            var value = items[i];
            var j = i;
            for (; j > 0 && Rank(items[j - 1], value) < 0; j--)
                items[j] = items[j - 1];
            items[j] = value;
        }
        return new Value(rows);
    }

    private Value Collect(Composite rows)
    {
        if (Aggregation == CollectAggregation.None)
            return new Value(rows);
        if (Aggregation == CollectAggregation.Count)
            return new Value((decimal)rows.Count);
        var result = Aggregation == CollectAggregation.Sum ? default : Value.Unknown;
        for (var i = 0; i < rows.Count; i++)
        {
            if (Aggregation == CollectAggregation.Sum)
                result = Exact.Add(result, rows.Items[i]);
            else
                result = result.IsUnknown ? rows.Items[i] : Operations.Better(Aggregation == CollectAggregation.Max, OutputTypes[0], result, rows.Items[i]);
        }
        return result;
    }

    /// <summary>Adds a row's value; an unknown one is left out, since items of lists are known, but counts as a row.</summary>
    public void Take(Composite list, in Value value)
    {
        if (value.IsKnown || Aggregation == CollectAggregation.Count)
            list.Add(value);
    }

    private Value ValueOfRow(Frame frame, int row) => constants is null ? ValueOf(frame, Rows[row]) : constants[row];

    public static Value ValueOf(Frame frame, RowPlan row)
    {
        if (row.Values.Count == 1)
            return row.Values[0].Evaluate(frame);
        var record = frame.Arena.Rent(row.Values.Count);
        for (var i = 0; i < row.Values.Count; i++)
            record.Add(row.Values[i].Evaluate(frame));
        return new Value(record);
    }
}

internal sealed class ColumnPlan
{
    public ColumnPlan(PlanNode value, int slot)
    {
        Value = value;
        Slot = slot;
    }

    public PlanNode Value { get; }

    public int Slot { get; }
}

internal sealed class RowPlan
{
    public RowPlan(int number, IReadOnlyList<CellPlan?> cells, IReadOnlyList<PlanNode> values)
    {
        Number = number;
        Cells = cells;
        Values = values;
    }

    /// <summary>Position in the table, from 1.</summary>
    public int Number { get; }

    /// <summary>One per column; null matches anything.</summary>
    public IReadOnlyList<CellPlan?> Cells { get; }

    public IReadOnlyList<PlanNode> Values { get; }

    public bool Matches(Frame frame, IReadOnlyList<ColumnPlan> columns)
    {
        for (var i = 0; i < Cells.Count; i++)
        {
            if (Cells[i] is { } cell && !cell.Matches(frame, columns[i]))
                return false;
        }
        return true;
    }
}

/// <summary>A cell: one of its tests holds, or, negated, none does. An unknown column matches only a test for unknown, or a condition that says so.</summary>
internal sealed class CellPlan
{
    public CellPlan(bool isNegated, IReadOnlyList<CellTestPlan> tests)
    {
        IsNegated = isNegated;
        Tests = tests;
    }

    public bool IsNegated { get; }

    public IReadOnlyList<CellTestPlan> Tests { get; }

    public bool Matches(Frame frame, ColumnPlan column)
    {
        var value = frame.Slots[column.Slot];
        if (IsNegated && value.IsUnknown)
            return false;
        for (var i = 0; i < Tests.Count; i++)
        {
            if (Tests[i].Matches(frame, column.Value.Type, value))
                return !IsNegated;
        }
        return IsNegated;
    }
}

internal sealed class CellTestPlan
{
    public CellTestPlan(CellTestKind kind, BinaryOperator op, PlanNode? value, PlanNode? high, bool includesLow, bool includesHigh)
    {
        Kind = kind;
        Operator = op;
        Value = value;
        High = high;
        IncludesLow = includesLow;
        IncludesHigh = includesHigh;
    }

    public CellTestKind Kind { get; }

    public BinaryOperator Operator { get; }

    /// <summary>What is compared with, the list, the condition, or the lower end of the interval.</summary>
    public PlanNode? Value { get; }

    /// <summary>The upper end of the interval.</summary>
    public PlanNode? High { get; }

    public bool IncludesLow { get; }

    public bool IncludesHigh { get; }

    public bool Matches(Frame frame, RuleType type, in Value column)
    {
        if (Kind == CellTestKind.Unknown)
            return column.IsUnknown;
        if (Kind == CellTestKind.Condition)
            return Value!.Test(frame);
        if (column.IsUnknown)
            return false;
        return Kind switch
        {
            CellTestKind.Comparison => Operations.Compare(Operator, type, column, Value!.Evaluate(frame)),
            CellTestKind.List => Operations.IsIn(frame, column, Value!.Evaluate(frame).Composite),
            _ => Operations.IsInside(type, column, Value!.Evaluate(frame), High!.Evaluate(frame), IncludesLow, IncludesHigh),
        };
    }
}
