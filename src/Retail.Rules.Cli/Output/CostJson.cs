using System.Collections.Generic;
using System.Text.Json;
using Retail.Rules.Diagnostics;

namespace Retail.Rules.Cli.Output;

/// <summary>Diagnostics and costs as one JSON object.</summary>
internal static class CostJson
{
    public static string ToText(IReadOnlyList<Diagnostic> diagnostics, IReadOnlyList<CostReport> reports) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("diagnostics");
        DiagnosticJson.Write(json, diagnostics);
        json.WriteStartArray("costs");
        foreach (var report in reports)
            Write(json, report);
        json.WriteEndArray();
        json.WriteEndObject();
    }, isIndented: true);

    private static void Write(Utf8JsonWriter json, CostReport report)
    {
        json.WriteStartObject();
        json.WriteString("file", report.File);
        json.WriteString("ruleset", report.RuleSet);
        json.WriteStartObject("items");
        foreach (var list in report.Lists)
            json.WriteNumber(list.Key, list.Value);
        json.WriteEndObject();
        Write(json, "steps", report.Cost.Steps, report);
        Write(json, "judgedRules", report.Cost.JudgedRules, report);
        Write(json, "worstCase", report.Cost.WorstCase, report);
        json.WriteStartArray("parts");
        foreach (var part in report.Costliest)
        {
            json.WriteStartObject();
            json.WriteString("declaration", part.Declaration);
            Write(json, "steps", part.Steps, report);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A formula and its number; null where it has none.</summary>
    private static void Write(Utf8JsonWriter json, string name, CostFormula formula, CostReport report)
    {
        json.WriteStartObject(name);
        json.WriteString("formula", formula.ToString());
        if (report.At(formula) is var steps && steps < long.MaxValue)
            json.WriteNumber("atMost", steps);
        else
            json.WriteNull("atMost");
        json.WriteEndObject();
    }
}
