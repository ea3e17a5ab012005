using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>Why money of an agreement may not be counted today.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<NotCountedReason>))]
public enum NotCountedReason
{
    /// <summary>Nobody knows how far the agreement has come.</summary>
    StatusUnknown,

    /// <summary>It is a draft or an offer.</summary>
    NotSigned,

    /// <summary>The two sides do not agree on it.</summary>
    Disputed,

    /// <summary>It is over.</summary>
    Expired,

    /// <summary>The window in which it is earned is unknown, or the days on which the goods are bought are.</summary>
    WindowUnknown,

    /// <summary>Its window begins after what it should pay for.</summary>
    WindowStartsLate,

    /// <summary>Its window ends before what it should pay for.</summary>
    WindowEndsEarly,

    /// <summary>It says neither a rate, nor tiers, nor an amount.</summary>
    TermsUnknown,

    /// <summary>It has tiers and does not say whether they are marginal or retroactive.</summary>
    TierModeUnknown,

    /// <summary>Nobody knows what proof the supplier wants.</summary>
    ProofUnknown,

    /// <summary>The supplier wants proof, and nobody has planned how to get it.</summary>
    ProofNotPlanned,

    /// <summary>It has a cap, and nobody knows how much of it is used.</summary>
    CapUsedUnknown,

    /// <summary>Its cap is used up.</summary>
    CapUsedUp,
}
