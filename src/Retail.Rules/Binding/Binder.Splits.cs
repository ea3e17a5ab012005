using Retail.Rules.Model;
using Retail.Rules.Types;

namespace Retail.Rules.Binding;

/// <summary>Totals divided over lists.</summary>
internal sealed partial class Binder
{
    /// <summary>The places of most currencies' smallest unit.</summary>
    private const int PlacesOfShares = 2;

    private BoundExpression BindSplit(SplitExpression split, Place at)
    {
        var total = BindTotal(split.Total, at);
        var list = BindSource(split.Source, at);
        var item = new LocalSymbol(split.Item.Text, split.Item.Span, list?.Type.Element ?? RuleType.Error);
        WarnIfHidden(split.Item);
        var weight = BindWeight(split.Weight, at.With(item));
        var places = split.Places is null ? PlacesOfShares : PlacesOf(split.Places);
        if (total.Type.IsError || list is null || weight.Type.IsError)
            return BoundError.Instance;
        var share = new RecordType(null, [new Field("item", item.Type), new Field("share", total.Type)]);
        return new BoundSplit(split, total, item, list, weight, places, RuleType.ListOf(RuleType.Of(share)));
    }

    private BoundExpression BindTotal(Expression total, Place at)
    {
        var bound = RequireKnown(Bind(total, at));
        if (bound.Type.IsError || bound.Type.Kind is TypeKind.Money or TypeKind.Number)
            return bound;
        return Fail(MoneyDiagnostics.SplitTotal, total, ExpressionText.Of(total), A(bound.Type),
            bound.Type.Kind == TypeKind.Percent ? "multiply an amount by it: `split amount * " + ExpressionText.OfSum(total) + " over ...`" : "split an amount");
    }

    private BoundExpression BindWeight(Expression weight, Place at)
    {
        var bound = RequireKnown(Bind(weight, at));
        return bound.Type.IsError || bound.Type.IsNumeric || bound.Type.Kind == TypeKind.Duration
            ? bound
            : Fail(MoneyDiagnostics.SplitWeight, weight, ExpressionText.Of(weight), A(bound.Type));
    }
}
