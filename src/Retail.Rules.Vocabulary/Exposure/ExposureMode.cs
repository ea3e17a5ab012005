using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>How far a region opens.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<ExposureMode>))]
public enum ExposureMode
{
    /// <summary>On all channels.</summary>
    Launch,

    /// <summary>Stores open, the web shows its fence, the marketplace is off.</summary>
    LaunchCapped,

    /// <summary>Waits for a later wave, and then opens in full.</summary>
    Stagger,

    /// <summary>Waits for a later wave, and then opens as <see cref="LaunchCapped"/>.</summary>
    StaggerCapped,

    /// <summary>Does not open.</summary>
    Hold,
}
