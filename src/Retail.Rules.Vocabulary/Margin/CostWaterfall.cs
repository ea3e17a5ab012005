namespace Retail.Rules.Vocabulary;

/// <summary>What a supplier's terms take off the list price of a unit, all without tax. Immutable and thread-safe.</summary>
/// <param name="List">The list price.</param>
/// <param name="OffInvoice">What is taken off on the invoice, per unit.</param>
/// <param name="PermanentOfList">The permanent rebate, a part of the list price.</param>
/// <param name="BackMarginOfInvoice">The back margin, a part of the net invoice price.</param>
/// <param name="ScanBack">What the supplier pays for a unit that is sold in the promotion; null is unknown.</param>
public sealed record CostTerms(Money List, Money OffInvoice, Percent PermanentOfList, Percent BackMarginOfInvoice, Money? ScanBack);

/// <summary>
/// The costs of a unit, from list price to promotion, each without tax. Companies also speak of dead net and triple net and mean different
/// things by them, which is why the steps carry names here. Immutable and thread-safe.
/// </summary>
/// <param name="List">The list price.</param>
/// <param name="NetInvoice">What stands on the invoice: list less off-invoice.</param>
/// <param name="NetNet">Net invoice less permanent rebate and back margin: the cost of a unit in ordinary times.</param>
/// <param name="PromoNetNet">Net-net less scan-back: the cost of a unit that is sold in the promotion; null is unknown.</param>
public sealed record CostWaterfall(Money List, Money NetInvoice, Money NetNet, Money? PromoNetNet)
{
    /// <summary>Takes the terms off the list price, step by step.</summary>
    /// <param name="terms">The terms; null is unknown.</param>
    /// <returns>2.00 less 0.10 is 1.90; less 2% of list and 3% of invoice 1.803; less 0.25 scan-back 1.553. Not rounded; unknown if the terms are.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static CostWaterfall? Of(CostTerms? terms)
    {
        if (terms is null)
            return null;
        var invoice = terms.List - terms.OffInvoice;
        var netNet = invoice - (terms.List * terms.PermanentOfList) - (invoice * terms.BackMarginOfInvoice);
        return new CostWaterfall(terms.List, invoice, netNet, netNet - terms.ScanBack);
    }
}
