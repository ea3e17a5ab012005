using System.Linq;

namespace Retail.Rules.Books.Grocer;

/// <summary>Reads an order line from JSON, with the defaults of the book.</summary>
public static class OrderLineReader
{
    public static OrderLine Read(FactReader facts)
    {
        var original = facts.Record("original") is { } product ? ReadOriginal(product) : facts.Lack<Product>("original", null!);
        var line = facts.Record("line") ?? facts.Lack<FactReader?>("line", null);
        var candidates = facts.Records("candidates") ?? facts.Lack<FactReader[]>("candidates", []);
        return new OrderLine
        {
            Channel = facts.RequiredText("channel"),
            OrderLines = facts.RequiredNumber("orderLines"),
            SubsSoFar = facts.RequiredNumber("subsSoFar"),
            AbsorbedSoFar = facts.RequiredNumber("absorbedSoFar"),
            OrderOptOut = facts.Flag("orderOptOut"),
            ContractAllows = facts.Flag("contractAllows"),
            Original = original,
            Qty = line?.RequiredNumber("qty") ?? 0,
            OptOut = line?.Flag("optOut") ?? false,
            Chosen = line?.Text("chosen"),
            DealTotal = line?.Number("dealTotal"),
            VerifiedAge = facts.Number("verifiedAge"),
            Candidates = candidates.Select(ReadCandidate).ToArray(),
            Avoid = facts.Texts("avoid") ?? [],
            BlockList = facts.Texts("blockList") ?? [],
        };
    }

    private static Product ReadOriginal(FactReader product) => ReadProduct(product) with
    {
        ExpectedShelfDays = product.Number("expectedShelfDays") ?? 4,
    };

    private static Product ReadCandidate(FactReader product) => ReadProduct(product) with
    {
        ShelfDays = product.Number("shelfDays"),
        Available = product.RequiredNumber("available"),
        AcceptRate = product.Number("acceptRate") ?? 0,
        BoughtBefore = product.Flag("boughtBefore"),
        Fenced = product.Number("fenced") ?? 0,
        RefusedByCustomer = product.Number("refusedByCustomer") ?? 0,
        Offered60 = product.Number("offered60") ?? 0,
        Refused60 = product.Number("refused60") ?? 0,
        MinimumAge = product.Number("minimumAge"),
    };

    private static Product ReadProduct(FactReader product) => new()
    {
        Sku = product.RequiredText("sku"),
        Brand = product.RequiredText("brand"),
        Subcat = product.RequiredText("subcat"),
        Temp = product.RequiredText("temp"),
        Tier = product.RequiredText("tier"),
        Size = product.RequiredNumber("size"),
        Price = product.RequiredNumber("price"),
        Class = product.Text("class"),
        Stage = product.Text("stage"),
        Variant = product.Text("variant"),
        Pack = product.Text("pack"),
        Abv = product.Number("abv"),
        Allergens = product.Texts("allergens"),
        Claims = product.Texts("claims") ?? [],
        SoftClaims = product.Texts("softClaims") ?? [],
    };
}
