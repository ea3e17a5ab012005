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
        var agreement = facts.Record("agreement");
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
            Planned = facts.Texts("planned"),
            Activations = facts.Records("activations")?.Select(ReadActivation).ToArray() ?? [],
            Reforecast = facts.Flag("reforecast", otherwise: true),
            Agreement = agreement is null ? null : new Agreement(agreement.Text("status"), agreement.Date("from"), agreement.Date("to")),
            DiscountParts = facts.Records("discountParts")?.Select(ReadDiscountPart).ToArray() ?? [],
            GlMapped = facts.Texts("glMapped"),
            DaysToLaunch = facts.Number("daysToLaunch"),
            LabourConfirmed = facts.Flag("labourConfirmed"),
            StoreStock = facts.Records("storeStock")?.Select(ReadStoreStock).ToArray() ?? [],
            TransferCost = facts.Number("transferCost"),
            EventMargin = facts.Number("eventMargin"),
            Activating = facts.Flag("activating"),
            ApprovedBy = facts.Records("approvals")?.Select(ReadApproval).ToArray() ?? [],
        };
    }

    private static Receipt ReadReceipt(FactReader receipt) =>
        new(receipt.RequiredNumber("qty"), receipt.RequiredDate("dock"), receipt.RequiredText("status"));

    private static Activation ReadActivation(FactReader activation) => new(activation.RequiredText("channel"), activation.RequiredInstant("at"));

    private static DiscountPart ReadDiscountPart(FactReader part) => new(part.RequiredText("payer"), part.Text("treatment"));

    private static StoreStock ReadStoreStock(FactReader store) =>
        new(store.RequiredText("id"), store.RequiredNumber("onHand"), store.Number("presentation") ?? 4);

    /// <summary>The role that signed; who signed for it is required, though no rule reads it.</summary>
    private static string ReadApproval(FactReader approval)
    {
        approval.RequiredText("by");
        return approval.RequiredText("role");
    }
}
