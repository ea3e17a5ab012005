using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// What "available to promise" means. Products that ship disagree, and the same stock gives different numbers, so there is no default: the value 0
/// is no mode.
/// </summary>
[JsonConverter(typeof(RuleEnumJsonConverter<AtpMode>))]
public enum AtpMode
{
    /// <summary>
    /// The least projected stock from the day on to the end of the horizon: what is promised today can never starve what is promised already.
    /// Source: Dynamics 365 Inventory Visibility.
    /// </summary>
    ForwardMin = 1,

    /// <summary>
    /// What stock and supplies up to the day leave after the orders before the next supply, carried on from supply to supply.
    /// Source: JD Edwards EnterpriseOne 9.2, cumulative available to promise.
    /// </summary>
    Cumulative,

    /// <summary>All supply up to the day less all demand up to it, whatever comes after. Source: IBM Sterling Order Management.</summary>
    Simple,

    /// <summary>What can be sold now: stock on hand with its controls, no future at all. Source: Fluent Commerce, available to sell.</summary>
    SellableNow,
}
