using System.Linq;

namespace Retail.Rules.Books.Homegoods;

/// <summary>Reads a launch from JSON, with the defaults of the book.</summary>
public static class LaunchReader
{
    private static readonly string[] Systems = ["POS", "ECOM", "OMS", "WMS", "ERP"];

    public static Launch Read(FactReader facts)
    {
        var acks = facts.Record("priceAcks") ?? facts.Lack<FactReader?>("priceAcks", null);
        var finance = facts.Record("finance");
        var ai = facts.Record("ai");
        var risk = ai?.RequiredNumber("risk");
        return new Launch
        {
            Region = facts.RequiredText("region"),
            Sku = facts.RequiredText("sku"),
            PriceVersion = facts.RequiredText("priceVersion"),
            PriceAcks = Systems.Select(system => (system, acks?.Text(system))).ToArray(),
            MappedPct = facts.RequiredNumber("mappedPct"),
            FinanceSigned = finance?.Text("treatment") is not null && finance.Number("approvedHoursBefore") >= 24,
            RegularPrice = facts.RequiredNumber("regularPrice"),
            PromoPrice = facts.RequiredNumber("promoPrice"),
            UnitCost = facts.RequiredNumber("unitCost"),
            FundingPerUnit = facts.Number("fundingPerUnit") ?? 0,
            MapPrice = facts.Number("mapPrice"),
            InCartOnly = facts.Flag("inCartOnly"),
            InventoryAgeMin = facts.RequiredNumber("inventoryAgeMin"),
            DuplicateEvents = facts.Number("duplicateEvents") ?? 0,
            SequenceGap = facts.Flag("sequenceGap"),
            OnHand = facts.RequiredNumber("onHand"),
            Safety = facts.RequiredNumber("safety"),
            Reserved = facts.RequiredNumber("reserved"),
            HardAllocated = facts.RequiredNumber("hardAllocated"),
            BaselinePerDay = facts.RequiredNumber("baselinePerDay"),
            Receipts = facts.Records("receipts")?.Select(ReadReceipt).ToArray() ?? [],
            DemandP50 = facts.RequiredNumber("demandP50"),
            Cv = facts.RequiredNumber("cv"),
            WmsLines = facts.RequiredNumber("wmsLines"),
            WmsCapacity = facts.RequiredNumber("wmsCapacity"),
            Risk = ai?.Flag("modelApproved") == true ? risk : null,
        };
    }

    private static Receipt ReadReceipt(FactReader receipt) =>
        new(receipt.RequiredNumber("qty"), receipt.RequiredDate("dock"), receipt.RequiredText("status"));
}
