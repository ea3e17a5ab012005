using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Types;

namespace Retail.Rules.Binding;

/// <summary>Aggregates over lists.</summary>
internal sealed partial class Binder
{
    private BoundExpression BindAggregate(AggregateExpression aggregate, Place at, RuleType? expected)
    {
        var list = BindSource(aggregate.Source, at);
        var item = new LocalSymbol(aggregate.Item.Text, aggregate.Item.Span, list?.Type.Element ?? RuleType.Error);
        WarnIfHidden(aggregate.Item);
        var inside = at.With(item);
        var where = aggregate.Where is null ? null : BindCondition(aggregate.Where, inside);
        if (where is not null)
            inside = inside.With(Assume(where, true, inside.Flow));
        var body = aggregate.Body is null
            ? null
            : Bind(aggregate.Body, inside, aggregate.Kind == AggregateKind.List ? expected?.Element : expected);
        if (body is not null)
            body = RequireKnown(body);
        if (list is null || where is { Type.IsError: true } || body is { Type.IsError: true })
            return BoundError.Instance;
        return AggregateType(aggregate, item.Type, body) is { } type
            ? new BoundAggregate(aggregate, aggregate.Kind, item, list, where, body, type)
            : BoundError.Instance;
    }

    /// <summary>A list that is known; null if it is not one, which was reported.</summary>
    private BoundExpression? BindSource(Expression syntax, Place at)
    {
        var list = RequireKnown(Bind(syntax, at));
        if (list.Type.IsError)
            return null;
        if (list.Type.Kind == TypeKind.List)
            return list;
        Report(TypeDiagnostics.NotAList, syntax, ExpressionText.Of(syntax), A(list.Type), "only lists have items");
        return null;
    }

    private RuleType? AggregateType(AggregateExpression aggregate, RuleType item, BoundExpression? body)
    {
        switch (aggregate.Kind)
        {
            case AggregateKind.First:
                return item.AsOptional();
            case AggregateKind.Any:
                return RuleType.Boolean;
            case AggregateKind.Count:
                return RuleType.Number;
            case AggregateKind.List:
                return RuleType.ListOf(body!.Type);
            case AggregateKind.Sum when body!.Type.IsNumeric || body.Type.Kind == TypeKind.Duration:
                return body.Type;
            case AggregateKind.Min or AggregateKind.Max when body!.Type.IsOrdered:
                return body.Type.AsOptional();
            default:
                Report(TypeDiagnostics.ArgumentType, aggregate.Body!, ExpressionText.Of(aggregate).Substring(0, 3) + " of", A(body!.Type),
                    aggregate.Kind == AggregateKind.Sum ? "it adds numbers, percents, amounts and durations" : "it compares values that have an order");
                return null;
        }
    }

    private void WarnIfHidden(Identifier name)
    {
        if (values.TryGetValue(name.Text, out var hidden))
            Report(NameDiagnostics.ShadowedValue, name, name.Text, KindOf(hidden));
    }

    private static string KindOf(ValueSymbol symbol) => symbol switch
    {
        InputSymbol => "input",
        ParamSymbol => "param",
        DefineSymbol { Score: not null } => "score",
        DefineSymbol => "define",
        TableSymbol => "table",
        SelectSymbol => "select",
        DatedSymbol dated => KindOf(dated.Versions[0]),
        OutcomeSymbol or ChangedSymbol => "name of the language",
        _ => "local name",
    };
}
