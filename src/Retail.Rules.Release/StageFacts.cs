using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Retail.Rules.Vocabulary;

namespace Retail.Rules.Release;

/// <summary>The facts that a stage is given: the request's, the gate's own, and what earlier stages found. Used for one request; not thread-safe.</summary>
internal sealed class StageFacts
{
    private readonly HashSet<string> given;
    private readonly Dictionary<string, JsonNode?> common = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, JsonNode?>> byRegion = new(StringComparer.Ordinal);

    public StageFacts(ReleaseRequest request, IReadOnlyList<ReleaseStage> stages)
    {
        given = new HashSet<string>(stages.Select(stage => stage.Name).Concat(GivenByGate), StringComparer.Ordinal);
        RequestCheck.Check(request, given);
        Take(request.Facts, common);
        common["promotion"] = request.Promotion;
        common["start"] = Text(request.From);
        common["end"] = Text(request.To);
        common["waves"] = new JsonArray([.. request.Waves.Select((wave, index) => new JsonObject
        {
            ["index"] = index,
            ["wave"] = wave.Wave,
            ["date"] = Text(wave.Date),
            ["share"] = wave.Share,
        })]);
        foreach (var region in request.Regions)
        {
            var own = new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["region"] = region.Region, ["openings"] = Openings(request, region) };
            Take(region.Facts, own);
            byRegion.Add(region.Region, own);
        }
    }

    /// <summary>Facts that only the gate may give, besides the outputs of stages.</summary>
    public static IReadOnlyList<string> GivenByGate { get; } = ["promotion", "region", "regions", "start", "end", "waves", "openings"];

    /// <summary>The facts of a stage, in a region or as a whole: those that its rules read.</summary>
    public string For(ReleaseStage stage, string? region)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            foreach (var fact in stage.Rules.Facts)
            {
                if (Find(fact, region) is not { } value)
                    continue;
                json.WritePropertyName(fact.Name);
                value.WriteTo(json);
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Keeps what a stage found for the stages after it.</summary>
    public void Add(ReleaseStage stage, string? region, Decision decision)
    {
        var outputs = JsonNode.Parse(decision.ToJson())!["outputs"]!.DeepClone();
        (region is null ? common : byRegion[region])[stage.Name] = outputs;
    }

    private JsonNode? Find(FactDescription fact, string? region)
    {
        if (region is null && fact.Name == "regions")
            return Trim(new JsonArray([.. byRegion.Values.Select(ToObject)]), fact);
        JsonNode? value = null;
        if (region is null || !byRegion[region].TryGetValue(fact.Name, out value))
            common.TryGetValue(fact.Name, out value);
        return value is not null && given.Contains(fact.Name) ? Trim(value.DeepClone(), fact) : value;
    }

    /// <summary>Without the members that the rules do not name: a stage need not know all that the gate or an earlier stage can tell it.</summary>
    private static JsonNode Trim(JsonNode value, FactDescription fact)
    {
        if (value is JsonArray list)
        {
            foreach (var item in list.OfType<JsonObject>())
                Trim(item, fact);
        }
        else if (value is JsonObject record)
        {
            foreach (var name in record.Select(member => member.Key).ToArray())
            {
                if (fact.Members.FirstOrDefault(member => member.Name == name) is not { } known)
                    record.Remove(name);
                else if (record[name] is { } inner)
                    Trim(inner, known);
            }
        }
        return value;
    }

    private static JsonObject ToObject(Dictionary<string, JsonNode?> facts)
    {
        var record = new JsonObject();
        foreach (var fact in facts)
            record[fact.Key] = fact.Value?.DeepClone();
        return record;
    }

    private static void Take(JsonElement facts, Dictionary<string, JsonNode?> into)
    {
        foreach (var fact in facts.EnumerateObject())
            into[fact.Name] = JsonNode.Parse(fact.Value.GetRawText());
    }

    /// <summary>Where and when the region may open, for each channel and wave: from the channel's hour on that day to the end of the promotion, by the clocks of the region.</summary>
    private static JsonArray Openings(ReleaseRequest request, ReleaseRegion region)
    {
        var openings = new JsonArray();
        foreach (var channel in request.Channels)
        {
            foreach (var wave in request.Waves)
            {
                var interval = Interval(new LocalWindow { From = wave.Date, To = request.To, Open = channel.Opens, Close = channel.Closes, TimeZone = region.Zone });
                openings.Add(new JsonObject
                {
                    ["channel"] = channel.Channel,
                    ["wave"] = wave.Wave,
                    ["start"] = Text(interval.Start),
                    ["end"] = Text(interval.End),
                });
            }
        }
        return openings;
    }

    private static InstantInterval Interval(LocalWindow window)
    {
        try
        {
            return window.ToInterval();
        }
        catch (Exception problem) when (problem is InvalidOperationException or TimeZoneNotFoundException)
        {
            throw RequestCheck.Wrong(problem.Message);
        }
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
