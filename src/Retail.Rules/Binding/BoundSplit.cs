using Retail.Rules.Model;
using Retail.Rules.Types;

namespace Retail.Rules.Binding;

/// <summary>A total divided over the items of a list: a list of records of item and share.</summary>
internal sealed class BoundSplit : BoundExpression
{
    public BoundSplit(Expression syntax, BoundExpression total, LocalSymbol item, BoundExpression source, BoundExpression weight, int places, RuleType type)
        : base(syntax, type)
    {
        Total = total;
        Item = item;
        Source = source;
        Weight = weight;
        Places = places;
    }

    public BoundExpression Total { get; }

    public LocalSymbol Item { get; }

    public BoundExpression Source { get; }

    public BoundExpression Weight { get; }

    /// <summary>Decimal places of the shares, 0 to 18.</summary>
    public int Places { get; }
}
