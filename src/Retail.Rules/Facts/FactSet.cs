using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using Retail.Rules.Evaluation;
using Retail.Rules.Facts;

namespace Retail.Rules;

/// <summary>
/// Facts to be judged, from JSON or a dictionary. Holds on to what it is given and reads it when judged: do not change it meanwhile.
/// Thread-safe as far as what it holds is.
/// </summary>
public abstract class FactSet : IFactSource
{
    private protected FactSet(string? caseId) => Case = caseId;

    /// <summary>The caller's name for these facts, which the decision repeats; null if there is none.</summary>
    public string? Case { get; }

    /// <summary>
    /// Facts from a JSON object. Null and blank texts count as absent; percents are fractions (0.25 is 25%); numbers may be quoted; dates are
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
        using var document = Parse(json ?? throw new ArgumentNullException(nameof(json)));
        return new JsonFactSet(document.RootElement.Clone(), caseId);
    }

    /// <summary>
    /// Facts by name, from a dictionary or anything else that gives names with values, an ExpandoObject included. Names match by case.
    /// </summary>
    /// <remarks>
    /// A value is a <see cref="decimal"/> or a whole number, a <see cref="bool"/>, a <see cref="string"/> (which may also be what a JSON text may
    /// be: an enum member, a date, a quoted number), a <see cref="DateTime"/> (a date if it has no time of day, an instant if its kind is UTC), a
    /// DateOnly, a <see cref="DateTimeOffset"/> (an instant), a <see cref="TimeSpan"/>, a member of a C# enum (by name, ignoring case), a nested
    /// dictionary (a record, or an amount with its currency), any object with a decimal Amount and a Currency (money), any other enumerable (a list), or a <see cref="JsonElement"/>. Null and blank strings count as absent. A double or
    /// float is refused, since it is not exact: 0.1 + 0.2 is not 0.3 in it, and what a merchant calls a threshold would be missed by a hair.
    /// </remarks>
    /// <param name="facts">The facts; nested ones as nested dictionaries.</param>
    /// <param name="caseId">A name for the facts; null for none.</param>
    /// <returns>The facts. What does not fit the ruleset is found when they are judged, and makes the decision incomplete.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    public static FactSet FromDictionary(IEnumerable<KeyValuePair<string, object?>> facts, string? caseId = null) =>
        new ObjectFactSet(facts ?? throw new ArgumentNullException(nameof(facts)), caseId);

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = RuleSetLimits.Default.MaxDepth });
        }
        catch (ArgumentException error)
        {
            // Half a surrogate pair, which no UTF-8 can hold.
            throw new JsonException("The text is not valid Unicode.", error);
        }
    }

    /// <summary>
    /// Facts from a stream of JSON objects, one after another: JSON Lines, objects with any white space between them, or arrays of them. Holds
    /// one at a time, so that a stream of any length takes little memory; judge each before asking for the next. Without names for the cases;
    /// where they stand in the JSON, use <see cref="JsonValueReader"/>.
    /// </summary>
    /// <param name="json">UTF-8; stays open.</param>
    /// <returns>The facts, read as they are asked for, which throws <see cref="JsonException"/> where the text is not JSON.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static IEnumerable<FactSet> ReadJson(Stream json)
    {
        var reader = new JsonValueReader(json);
        return Read();

        IEnumerable<FactSet> Read()
        {
            while (reader.Read() is { } value)
            {
                using (value)
                    yield return new JsonFactSet(value.RootElement, null);
            }
        }
    }

    /// <summary>Reads the facts into a frame; what does not fit goes to the frame's log.</summary>
    internal abstract void Read(RuleSet ruleSet, Frame frame);

    void IFactSource.Read(RuleSet ruleSet, Frame frame) => Read(ruleSet, frame);
}

/// <summary>Facts from JSON.</summary>
internal sealed class JsonFactSet : FactSet
{
    private readonly JsonElement json;

    public JsonFactSet(JsonElement json, string? caseId)
        : base(caseId) => this.json = json;

    internal override void Read(RuleSet ruleSet, Frame frame) => ruleSet.JsonFacts.Read(json, frame);
}

/// <summary>Facts by name, as objects.</summary>
internal sealed class ObjectFactSet : FactSet
{
    private readonly IEnumerable<KeyValuePair<string, object?>> facts;

    public ObjectFactSet(IEnumerable<KeyValuePair<string, object?>> facts, string? caseId)
        : base(caseId) => this.facts = facts;

    internal override void Read(RuleSet ruleSet, Frame frame) => ruleSet.ObjectFacts.Read(facts, frame);
}
