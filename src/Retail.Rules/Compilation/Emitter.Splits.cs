using System.Linq.Expressions;
using Retail.Rules.Planning;
using Retail.Rules.Values;

namespace Retail.Rules.Compilation;

/// <summary>Splits: the weights are emitted, the shares made of them by the method that both tiers call.</summary>
internal sealed partial class Emitter
{
    private void StoreSplit(SplitNode node, ParameterExpression result)
    {
        var total = Operand(node.Total);
        var list = SourceOf(node.Source);
        var weights = temporaries.Take(typeof(Composite));
        Assign(weights, Rent(CountOf(list)));
        ForEach(list, (position, _, _) =>
        {
            Step();
            SetSlot(node.ItemSlot, ItemOf(list, position));
            code.Add(Add(weights, Operand(node.Weight)));
        });
        Assign(result, Expression.Call(Members.SharesOf, frame, total, list, weights, Expression.Constant(node.Places)));
    }
}
