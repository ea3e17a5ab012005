using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;
using Retail.Rules.Types;
using static Retail.Rules.Tests.Generation.Syntax;

namespace Retail.Rules.Tests.Generation;

/// <summary>Makes tables of every hit policy. Where a policy forbids rows that overlap or disagree, thresholds that are facts leave that to run time.</summary>
internal sealed class TableGenerator
{
    private static readonly IReadOnlyList<RuleType> OutputTypes =
        [RuleType.Number, RuleType.Percent, RuleType.Money, RuleType.Text, RuleType.Boolean, RuleType.Of(Vocabulary.Country), RuleType.Of(Vocabulary.Grade)];

    private readonly Choices choices;
    private readonly ValueGenerator values;

    public TableGenerator(Choices choices, ValueGenerator values)
    {
        this.choices = choices;
        this.values = values;
    }

    /// <summary>A table, and its type; null where that depends on what the checker finds out about gaps.</summary>
    public (TableDeclaration Table, RuleType? Type) Make(string name, IReadOnlyList<Parameter> parameters, Scope scope)
    {
        var policy = choices.Of(HitPolicy.Unique, HitPolicy.First, HitPolicy.First, HitPolicy.Any, HitPolicy.Priority, HitPolicy.RuleOrder, HitPolicy.OutputOrder, HitPolicy.Collect);
        var aggregation = policy == HitPolicy.Collect
            ? choices.Of(CollectAggregation.None, CollectAggregation.Sum, CollectAggregation.Min, CollectAggregation.Max, CollectAggregation.Count)
            : CollectAggregation.None;
        var outputs = Outputs(policy, aggregation);
        var columns = Enumerable.Range(0, choices.Between(1, 3)).Select(_ => Column(scope, policy)).ToArray();
        var rows = Enumerable.Range(0, choices.Between(1, 6)).Select(_ => Row(policy, columns, outputs, scope)).ToList();
        var hasDefault = choices.Chance(70);
        if (hasDefault)
            rows.Add(new TableRow { IsOtherwise = true, Cells = [], Values = outputs.Select(type => Output(type, scope)).ToArray() });
        var table = new TableDeclaration
        {
            Name = Id(name),
            Parameters = parameters,
            HitPolicy = policy,
            HitPolicyIsWritten = true,
            Aggregation = aggregation,
            Inputs = columns.Select(column => new Column { Head = column.Head }).ToArray(),
            Outputs = outputs.Select((type, i) => new Column { Head = Name("out" + i), Type = Vocabulary.Reference(type) }).ToArray(),
            Rows = rows,
        };
        return (table, TypeOf(policy, aggregation, outputs, hasDefault));
    }

    private static RuleType? TypeOf(HitPolicy policy, CollectAggregation aggregation, IReadOnlyList<RuleType> outputs, bool hasDefault)
    {
        var row = outputs.Count == 1 ? outputs[0] : RuleType.Of(new RecordType(null, outputs.Select((type, i) => new Field("out" + i, type)).ToArray()));
        switch (policy)
        {
            case HitPolicy.Collect when aggregation is CollectAggregation.Count:
                return RuleType.Number;
            case HitPolicy.Collect when aggregation is CollectAggregation.Sum:
                return row;
            case HitPolicy.Collect when aggregation is not CollectAggregation.None:
                return row.AsOptional();
            case HitPolicy.Collect or HitPolicy.RuleOrder or HitPolicy.OutputOrder:
                return RuleType.ListOf(row);
            default:
                return hasDefault ? row : null;
        }
    }

    private IReadOnlyList<RuleType> Outputs(HitPolicy policy, CollectAggregation aggregation)
    {
        if (policy is HitPolicy.Priority or HitPolicy.OutputOrder)
            return Enumerable.Repeat(RuleType.Of(Vocabulary.Grade), choices.Between(1, 2)).ToArray();
        if (aggregation is CollectAggregation.Sum or CollectAggregation.Min or CollectAggregation.Max)
            return [choices.Of(RuleType.Number, RuleType.Percent, RuleType.Money)];
        return Enumerable.Range(0, choices.Between(1, 2)).Select(_ => choices.Of(OutputTypes)).ToArray();
    }

    private (Expression Head, RuleType Type) Column(Scope scope, HitPolicy policy)
    {
        // The checker cannot compare rows of these policies where every threshold is a fact.
        var types = policy is HitPolicy.Unique or HitPolicy.Any ? [RuleType.Number, RuleType.Money] : Vocabulary.Simple;
        var type = choices.Of(types);
        var optionals = scope.Of(type.AsOptional());
        return optionals.Count > 0 && choices.Chance(40) ? (choices.Of(optionals), type.AsOptional()) : (values.Make(type, scope, 1), type);
    }

    private TableRow Row(HitPolicy policy, (Expression Head, RuleType Type)[] columns, IReadOnlyList<RuleType> outputs, Scope scope) => new()
    {
        Cells = columns.Select(column => policy is HitPolicy.Unique or HitPolicy.Any ? Threshold(column.Type, scope) : Cell(column.Type, scope)).ToArray(),
        Values = outputs.Select(type => policy == HitPolicy.Any && choices.Chance(80) ? FixedOutput(type) : Output(type, scope)).ToArray(),
        Effective = choices.Chance(10) ? choices.Window() : null,
    };

    private Cell Threshold(RuleType type, Scope scope) => new()
    {
        Tests = [new CellTest { Operator = choices.Of(BinaryOperator.Less, BinaryOperator.GreaterOrEqual), Value = Computed(type.AsKnown(), scope) }],
    };

    /// <summary>Not a constant, so that the checker cannot tell.</summary>
    private Expression Computed(RuleType type, Scope scope) =>
        Binary(choices.Of(scope.Of(type)), BinaryOperator.Add, type.Kind == TypeKind.Money ? choices.Of(scope.Of(type)) : values.Literal(type));

    private Cell Cell(RuleType type, Scope scope)
    {
        if (choices.Chance(25))
            return new Cell { Tests = [] };
        return new Cell
        {
            IsNegated = choices.Chance(15),
            Tests = Enumerable.Range(0, choices.Between(1, 2)).Select(_ => Test(type, scope)).ToArray(),
        };
    }

    private CellTest Test(RuleType type, Scope scope)
    {
        var known = type.AsKnown();
        Expression Value() => choices.Chance(70) ? values.Literal(known) : values.Make(known, scope, 1);
        switch (choices.Between(0, 5))
        {
            case 0 when type.IsOptional:
                return new CellTest { Value = new UnknownLiteral() };
            case 1 when known.IsOrdered:
                return new CellTest { Value = Interval(Value(), Value(), choices.Chance(50), choices.Chance(50)) };
            case 2 when scope.Of(RuleType.ListOf(known)) is { Count: > 0 } lists:
                return new CellTest { Value = choices.Of(lists) };
            case 3 when !type.IsOptional && known.IsOrdered:
                return new CellTest { Value = Binary(new ColumnValueExpression(), BinaryOperator.LessOrEqual, Value()) };
            case 4 when known.IsOrdered:
                return new CellTest { Operator = choices.Of(BinaryOperator.Less, BinaryOperator.LessOrEqual, BinaryOperator.Greater, BinaryOperator.GreaterOrEqual), Value = Value() };
            default:
                return new CellTest { Value = known.Kind == TypeKind.Boolean ? Boolean(choices.Chance(50)) : NoDifference(Value()) };
        }
    }

    /// <summary>A difference of written values, which a cell refuses, without what is taken off.</summary>
    private static Expression NoDifference(Expression value) =>
        value is BinaryExpression { Operator: BinaryOperator.Subtract, Left: NumberLiteral or UnaryExpression, Right: NumberLiteral or UnaryExpression } difference ? difference.Left : value;

    private Expression Output(RuleType type, Scope scope) => choices.Chance(60) ? values.Literal(type) : values.Make(type, scope, 1);

    private static Expression FixedOutput(RuleType type) => new ValueGenerator(new Choices(1)).Literal(type);
}
