namespace Retail.Rules.Vocabulary;

/// <summary>Which safety stock counts where several are stated. Stateless and thread-safe.</summary>
public static class SafetyStock
{
    /// <summary>The most specific one that is stated; one that is not falls back to the next.</summary>
    /// <param name="itemNodeMethod">For the item at the location by the way of delivery; null if not stated.</param>
    /// <param name="itemNode">For the item at the location; null if not stated.</param>
    /// <param name="item">For the item; null if not stated.</param>
    /// <returns>Of nothing, 0 and 10 it is 0: 0 is a value and switches the safety stock off there. 0 if none is stated.</returns>
    /// <remarks>Source: IBM Sterling Intelligent Promising, safety stock: item, item-node, item-node-delivery method.</remarks>
    public static decimal Of(decimal? itemNodeMethod, decimal? itemNode, decimal? item) => itemNodeMethod ?? itemNode ?? item ?? 0m;
}
