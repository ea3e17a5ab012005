using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>The first part of a reason's code: which kind of exception it is, and so whose. In rules and JSON in capitals.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<ReasonFamily>))]
public enum ReasonFamily
{
    /// <summary>A fact is not there.</summary>
    [FactName("DATA_MISSING")]
    DataMissing,

    /// <summary>A fact is too old.</summary>
    [FactName("DATA_STALE")]
    DataStale,

    /// <summary>The price breaks a limit of the retailer's own.</summary>
    [FactName("PRICE_GUARDRAIL")]
    PriceGuardrail,

    /// <summary>It earns too little.</summary>
    [FactName("MARGIN")]
    Margin,

    /// <summary>The supplier's money is not there, or not yet.</summary>
    [FactName("FUNDING")]
    Funding,

    /// <summary>There is too little stock.</summary>
    [FactName("STOCK")]
    Stock,

    /// <summary>People, docks or trucks do not suffice.</summary>
    [FactName("CAPACITY")]
    Capacity,

    /// <summary>Systems do not hold the same.</summary>
    [FactName("SYNC")]
    Sync,

    /// <summary>A law forbids it.</summary>
    [FactName("LEGAL")]
    Legal,

    /// <summary>Finance has not settled how it is booked.</summary>
    [FactName("ACCOUNTING")]
    Accounting,

    /// <summary>No item can stand in for another.</summary>
    [FactName("SUBSTITUTION")]
    Substitution,

    /// <summary>Somebody has to sign who has not.</summary>
    [FactName("AUTHORITY")]
    Authority,
}
