using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Retail.Rules.Release;

/// <summary>Writes release decisions.</summary>
internal static class ReleaseDecisionJson
{
    public static string ToText(ReleaseDecision decision)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json, decision);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    public static void Write(Utf8JsonWriter json, ReleaseDecision decision)
    {
        json.WriteStartObject();
        json.WriteString("id", decision.Id);
        json.WriteString("promotion", decision.Promotion);
        json.WriteString("verdict", decision.Verdict.ToName());
        json.WriteStartArray("stages");
        foreach (var stage in decision.Stages)
        {
            json.WriteStartObject();
            json.WriteString("stage", stage.Stage);
            WriteRegion(json, stage.Region);
            json.WritePropertyName("decision");
            stage.Decision.WriteTo(json);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("regions");
        foreach (var region in decision.Regions)
            json.WriteString(region.Region, region.Verdict.ToName());
        json.WriteEndObject();
        WritePlan(json, decision.Plan);
        WriteOpenPoints(json, decision.WaitsFor);
        json.WriteEndObject();
    }

    private static void WritePlan(Utf8JsonWriter json, IReadOnlyList<PlannedActivation> plan)
    {
        json.WriteStartArray("plan");
        foreach (var activation in plan)
        {
            json.WriteStartObject();
            json.WriteString("region", activation.Region);
            json.WriteString("channel", activation.Channel);
            json.WriteString("wave", activation.Wave);
            json.WriteString("start", activation.Start.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            json.WriteString("end", activation.End.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            if (activation.Units is { } units)
                json.WriteNumber("units", units);
            if (activation.PerCustomer is { } perCustomer)
                json.WriteNumber("perCustomer", perCustomer);
            json.WriteString("status", JsonNamingPolicy.CamelCase.ConvertName(activation.Status.ToString()));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteOpenPoints(Utf8JsonWriter json, IReadOnlyList<OpenPoint> points)
    {
        json.WriteStartArray("waitsFor");
        foreach (var point in points)
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(point.Kind.ToString()));
            json.WriteString("name", point.Name);
            json.WriteString("stage", point.Stage);
            WriteRegion(json, point.Region);
            if (point.Rules.Count > 0)
            {
                json.WriteStartArray("rules");
                foreach (var rule in point.Rules)
                    json.WriteStringValue(rule);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRegion(Utf8JsonWriter json, string? region)
    {
        if (region is not null)
            json.WriteString("region", region);
    }
}
