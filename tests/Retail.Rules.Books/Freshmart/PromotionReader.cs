using System.Linq;

namespace Retail.Rules.Books.Freshmart;

/// <summary>Reads a promotion from JSON, with the defaults of the book; what A01 asks for and is absent goes to the reader's missing facts.</summary>
public static class PromotionReader
{
    public static Promotion Read(FactReader facts)
    {
        var regularPrice = facts.RequiredNumber("regularPrice");
        var mechanic = facts.RequiredText("mechanic");
        var demandP80 = facts.Number("demandP80");
        var budget = facts.Number("budget");
        var current = ReadApproved(facts);
        return new Promotion
        {
            AsOf = facts.RequiredDate("asOf"),
            Submitted = facts.RequiredDate("submitted"),
            Start = facts.RequiredDate("start"),
            End = facts.RequiredDate("end"),
            Country = facts.RequiredText("country"),
            Nation = facts.Text("nation"),
            Category = facts.RequiredText("category"),
            Mechanic = mechanic,
            RegularPrice = regularPrice,
            EffectiveUnitPrice = EffectiveUnitPrice(facts, mechanic, regularPrice),
            Participation = facts.Number("participation") ?? 1,
            ClaimText = facts.Text("claimText"),
            StoreLaunch = ReadLocalTime(facts.Record("storeLaunch")),
            OnlineLaunch = ReadLocalTime(facts.Record("onlineLaunch")),
            VatRate = facts.RequiredNumber("vatRate"),
            UnitCost = facts.RequiredNumber("unitCost"),
            CostAsOf = facts.RequiredDate("costAsOf"),
            PriceAge = facts.Duration("priceAge"),
            StockAge = facts.Duration("stockAge"),
            WasPrice = facts.Number("wasPrice"),
            Lowest30 = facts.Number("lowest30"),
            Announced = facts.Flag("announced", otherwise: true),
            PerishableExempt = facts.Flag("perishableExempt"),
            BaselineUnits = facts.RequiredNumber("baselineUnits"),
            PromoUnits = facts.RequiredNumber("promoUnits"),
            ComparableHistory = facts.Flag("comparableHistory"),
            CannibalUnits = facts.Number("cannibalUnits") ?? 0,
            CannibalMargin = facts.Number("cannibalMargin") ?? 0,
            FixedCost = facts.Number("fixedCost") ?? 0,
            FrVolumeShare = facts.Number("frVolumeShare") ?? 0,
            PromoWeeksIn12 = facts.Number("promoWeeksIn12") ?? 0,
            DaysSinceLastPromo = facts.Number("daysSinceLastPromo"),
            Ai = facts.Record("ai") is { } ai ? new RiskScore(ai.RequiredNumber("risk"), ai.Date("asOf"), ai.Flag("modelApproved")) : null,
            DemandP80 = demandP80,
            SupplyToEnd = demandP80 is null ? 0 : facts.RequiredNumber("supplyToEnd"),
            ReplenLeadDays = facts.Number("replenLeadDays") ?? 0,
            PickUse = facts.Number("pickUse"),
            TruckUse = facts.Number("truckUse"),
            Funding = current.Funding,
            Split = facts.Numbers("split"),
            Budget = budget,
            Committed = budget is null ? 0 : facts.RequiredNumber("committed"),
            AlcoholUnits = facts.Number("alcoholUnits"),
            Hfss = facts.Flag("hfss"),
            Pgc = facts.Flag("pgc"),
            Banned = facts.Flag("banned"),
            Overlaps = facts.Flag("overlaps"),
            Emergency = facts.Flag("emergency"),
            Clearance = facts.Flag("clearance"),
            Submitter = facts.Text("submitter"),
            Current = current,
            Approved = facts.Record("approved") is { } approved ? ReadApproved(approved) : null,
        };
    }

    /// <summary>What one unit costs inside the offer; the facts that the mechanic needs are required.</summary>
    private static Ratio EffectiveUnitPrice(FactReader facts, string mechanic, Ratio regularPrice)
    {
        switch (mechanic)
        {
            case "price":
                return facts.RequiredNumber("promoPrice");
            case "pct":
                return (regularPrice * (1 - facts.RequiredNumber("pct"))).Round(2);
            case "bogof":
                return regularPrice / 2;
            case "xfory" or "extra_free":
                var paid = facts.RequiredNumber("payQty");
                return Per(regularPrice * paid, facts, "getQty");
            case "multibuy":
                return Per(facts.RequiredNumber("dealPrice"), facts, "dealQty");
            default:
                return 0;
        }
    }

    private static Ratio Per(Ratio price, FactReader facts, string units) =>
        facts.Number(units) is { } number ? price / number : facts.Lack(units, Ratio.Zero);

    /// <summary>What an approval is of, from the promotion or from the record of its approval; the promotion's own members are required elsewhere.</summary>
    private static ApprovedFacts ReadApproved(FactReader facts) => new()
    {
        Start = facts.Date("start"),
        End = facts.Date("end"),
        Country = facts.Text("country"),
        Nation = facts.Text("nation"),
        Skus = facts.Texts("skus") ?? [],
        Mechanic = facts.Text("mechanic"),
        PromoPrice = facts.Number("promoPrice"),
        Pct = facts.Number("pct"),
        PayQty = facts.Number("payQty"),
        GetQty = facts.Number("getQty"),
        DealPrice = facts.Number("dealPrice"),
        DealQty = facts.Number("dealQty"),
        Funding = facts.Records("funding")?.Select(ReadAgreement).ToArray() ?? [],
    };

    private static LocalTime? ReadLocalTime(FactReader? time) =>
        time is null ? null : new LocalTime(time.RequiredDate("date"), time.RequiredNumber("minute"));

    private static Agreement ReadAgreement(FactReader agreement) => new()
    {
        Id = agreement.Text("id"),
        Supplier = agreement.Text("supplier"),
        Type = agreement.RequiredText("type"),
        Status = agreement.Text("status"),
        From = agreement.Date("from"),
        To = agreement.Date("to"),
        Rate = agreement.Number("rate") ?? 0,
        Tiers = agreement.Records("tiers")?.Select(tier => new Tier(tier.RequiredNumber("from"), tier.RequiredNumber("rate"))).ToArray(),
        Amount = agreement.Number("amount") ?? 0,
        Cap = agreement.Number("cap"),
        Treatment = agreement.Text("treatment"),
        FinanceApproved = agreement.Date("financeApproved"),
        ProofPlan = agreement.Flag("proofPlan"),
    };
}
