using System.Collections.Generic;
using System.Text.Json;

namespace Retail.Rules.Batch;

/// <summary>Writes reports as JSON: members in a fixed order, those that do not apply left out.</summary>
internal static class DiffJson
{
    public static void Write(Utf8JsonWriter json, DiffReport report)
    {
        json.WriteStartObject();
        json.WriteString("old", report.Old);
        json.WriteString("new", report.New);
        json.WriteNumber("rows", report.Rows);
        json.WriteNumber("unusable", report.Unusable);
        json.WriteNumber("changed", report.Changed);
        json.WriteNumber("flipped", report.Flipped);
        WriteMeasure(json, report.Measure);
        WriteExamples(json, report.Examples);
        json.WriteStartArray("flips");
        foreach (var flip in report.Flips)
        {
            json.WriteStartObject();
            json.WriteString("from", flip.From?.ToName());
            json.WriteString("to", flip.To?.ToName());
            json.WriteNumber("count", flip.Count);
            WriteMeasure(json, flip.Measure);
            WriteExamples(json, flip.Examples);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteSides(json, "rules", report.Rules);
        WriteSides(json, "approvers", report.Approvers);
        json.WriteStartArray("members");
        foreach (var member in report.Members)
        {
            json.WriteStartObject();
            json.WriteString("name", member.Name);
            json.WriteNumber("count", member.Count);
            WriteExamples(json, member.Examples);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSides(Utf8JsonWriter json, string name, IReadOnlyList<SideDifference> sides)
    {
        json.WriteStartArray(name);
        foreach (var side in sides)
        {
            json.WriteStartObject();
            json.WriteString("name", side.Name);
            json.WriteNumber("onlyOld", side.OnlyOld);
            json.WriteNumber("onlyNew", side.OnlyNew);
            WriteExamples(json, side.Examples);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteMeasure(Utf8JsonWriter json, MeasureSum? measure)
    {
        if (measure is null)
            return;
        json.WriteStartObject("measure");
        json.WriteString("name", measure.Name);
        if (measure.Old is { } old)
            json.WriteNumber("old", old);
        if (measure.New is { } now)
            json.WriteNumber("new", now);
        json.WriteNumber("unknownOld", measure.UnknownOld);
        json.WriteNumber("unknownNew", measure.UnknownNew);
        json.WriteEndObject();
    }

    private static void WriteExamples(Utf8JsonWriter json, IReadOnlyList<long> examples)
    {
        json.WriteStartArray("examples");
        foreach (var row in examples)
            json.WriteNumberValue(row);
        json.WriteEndArray();
    }
}
