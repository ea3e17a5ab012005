using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>Why an item may not stand in for another, in the order in which reasons are listed. No score outweighs one of them.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<SubstitutionExclusion>))]
public enum SubstitutionExclusion
{
    /// <summary>It is on the customer's never-substitute list (C30).</summary>
    BlockListed,

    /// <summary>Infant formula of another brand or stage (C04).</summary>
    OtherFormula,

    /// <summary>Of another restricted class, or of one where the original has none (C05).</summary>
    OtherClass,

    /// <summary>Alcohol in a channel that may not sell it (C06).</summary>
    AlcoholNotSold,

    /// <summary>More than half a point stronger (C07).</summary>
    StrongerAlcohol,

    /// <summary>Nobody knows its allergens, which never passes for none (C08).</summary>
    AllergensUnknown,

    /// <summary>It has an allergen that the original has not (C09).</summary>
    AddsAllergen,

    /// <summary>It has an allergen that the customer avoids (C10).</summary>
    ContainsAvoided,

    /// <summary>It lacks a claim of the original that must be kept, such as gluten-free (C11).</summary>
    LosesClaim,

    /// <summary>Of another sub-category (C13).</summary>
    OtherSubcategory,

    /// <summary>Kept at another temperature (C14).</summary>
    OtherTemperature,

    /// <summary>It keeps less than half as long as expected, or less than two days (C15).</summary>
    ShortShelfLife,

    /// <summary>No number of packs makes up the size (C16).</summary>
    NoPackCount,

    /// <summary>Fewer packs than needed, with two kept for a count that is wrong (C17).</summary>
    NotEnough,

    /// <summary>Of a lower brand tier (C18).</summary>
    LowerTier,

    /// <summary>More than half as dear again (C19).</summary>
    TooDear,
}
