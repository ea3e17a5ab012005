using System;
using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Books.Grocer;

/// <summary>Why a candidate cannot take the place of the original.</summary>
public static class Eligibility
{
    private static readonly string[] HardClaims = ["glutenFree", "lactoseFree", "halal", "kosher", "vegan", "vegetarian"];
    private static readonly string[] Tiers = ["value", "standard", "premium"];

    /// <summary>Every exclusion of the candidate, in the order of the book.</summary>
    public static IReadOnlyList<string> Exclusions(OrderLine line, Product candidate)
    {
        var exclusions = new List<string>();
        var original = line.Original;
        void Exclude(string rule, bool applies)
        {
            if (applies)
                exclusions.Add(rule);
        }

        Exclude("C30", line.BlockList.Contains(candidate.Sku));
        Exclude("C04", original.Class == "infantFormula" && (candidate.Brand != original.Brand || candidate.Stage != original.Stage));
        Exclude("C05", candidate.Class != original.Class);
        if (original.Class == "alcohol")
        {
            Exclude("C06", line.Channel == "marketplace");
            Exclude("C07", candidate.Abv - original.Abv > 0.5m);
        }
        if (candidate.Allergens is not { } allergens)
            Exclude("C08", true);
        else
        {
            Exclude("C09", allergens.Except(original.Allergens ?? []).Any());
            Exclude("C10", allergens.Intersect(line.Avoid).Any());
        }
        Exclude("C11", original.Claims.Intersect(HardClaims).Except(candidate.Claims).Any());
        Exclude("C13", candidate.Subcat != original.Subcat);
        Exclude("C14", candidate.Temp != original.Temp);
        Exclude("C15", candidate.ShelfDays < Ratio.Max(2, Ratio.Floor(0.5m * original.ExpectedShelfDays)));
        var quantity = Quantity(line, candidate);
        Exclude("C16", quantity is null);
        Exclude("C17", candidate.Available - 2 < quantity);
        Exclude("C18", Array.IndexOf(Tiers, candidate.Tier) < Array.IndexOf(Tiers, original.Tier));
        Exclude("C19", candidate.Price * quantity > 1.5m * original.Price * line.Qty);
        Exclude("C33a", line.VerifiedAge < candidate.MinimumAge);
        Exclude("C34", candidate.RefusedByCustomer >= 2);
        Exclude("C35", IsUnpopular(candidate));
        Exclude("C36", candidate.Available - 2 >= quantity && candidate.Available - candidate.Fenced - 2 < quantity);
        return exclusions;
    }

    /// <summary>Enough customers were asked, and more than two in five sent it back.</summary>
    public static bool IsUnpopular(Product candidate) =>
        candidate.Offered60 >= 50 && candidate.Refused60 > 0.40m * candidate.Offered60;

    /// <summary>How many to pick: the fewest packs for each ordered one, up to three, that come near enough to its content; null if none do.</summary>
    public static Ratio? Quantity(OrderLine line, Product candidate)
    {
        var need = line.Qty * line.Original.Size;
        for (var packs = 1; packs <= 3; packs++)
        {
            var content = candidate.Size * packs * line.Qty;
            if (content >= need * (packs == 1 ? 0.90m : 0.95m) && content <= need * 1.25m)
                return packs * line.Qty;
        }
        return null;
    }
}
