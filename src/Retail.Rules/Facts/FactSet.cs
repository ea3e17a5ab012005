using System;
using System.Text.Json;
using Retail.Rules.Evaluation;
using Retail.Rules.Facts;

namespace Retail.Rules;

/// <summary>
/// Facts to be judged, from JSON or a dictionary. Holds on to what it is given and reads it when judged: do not change it meanwhile.
/// Thread-safe as far as what it holds is..
/// </summary>
public abstract class FactSet
{
    private protected FactSet(string? caseId) => Case = caseId;

    /// <summary>The caller's name for these facts, which the decision repeats; null if there is none.</summary>
    public string? Case { get; }

    /// <summary>
    /// Facts from a JSON object. Null and blank texts count as absent; percents are fractions (0.25 is 25 %); numbers may be quoted; dates are
    /// <c>2026-10-16</c>, instants ISO 8601 with their offset, durations ISO 8601 (<c>P1D</c>). Names and enum members match by case.
    /// </summary>
    /// <param name="json">The object; its document must live until the facts are judged.</param>
    /// <param name="caseId">A name for the facts; null for none.</param>
    /// <returns>The facts. What does not fit the ruleset is found when they are judged, and makes the decision incomplete.</returns>
    public static FactSet FromJson(JsonElement json, string? caseId = null) => new JsonFactSet(json, caseId);

    /// <summary>Facts from JSON text; see <see cref="FromJson(JsonElement, string?)"/>.</summary>
    /// <param name="json">The text of one JSON object.</param>
    /// <param name="caseId">A name for the facts; null for none.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="JsonException">The text is not JSON; the message says where.</exception>
    public static FactSet FromJson(string json, string? caseId = null)
    {
        using var document = JsonDocument.Parse(json ?? throw new ArgumentNullException(nameof(json)), new JsonDocumentOptions { MaxDepth = RuleSetLimits.Default.MaxDepth });
        return new JsonFactSet(document.RootElement.Clone(), caseId);
    }

    /// <summary>Reads the facts into a frame; what does not fit goes to the frame's log.</summary>
    internal abstract void Read(RuleSet ruleSet, Frame frame);
}

/// <summary>Facts from JSON.</summary>
internal sealed class JsonFactSet : FactSet
{
    private readonly JsonElement json;

    public JsonFactSet(JsonElement json, string? caseId)
        : base(caseId) => this.json = json;

    internal override void Read(RuleSet ruleSet, Frame frame) => ruleSet.JsonFacts.Read(json, frame);
}
