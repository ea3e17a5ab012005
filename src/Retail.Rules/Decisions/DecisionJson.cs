using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using Retail.Rules.Binding;

namespace Retail.Rules;

/// <summary>Writes decisions as JSON: members in a fixed order, those that do not apply left out.</summary>
internal static class DecisionJson
{
    /// <summary>Texts keep their letters; nothing here is put into HTML unescaped.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string ToText(Decision decision)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            Write(json, decision);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    public static void Write(Utf8JsonWriter json, Decision decision)
    {
        json.WriteStartObject();
        json.WriteString("ruleset", decision.RuleSet);
        json.WriteString("version", decision.Version);
        json.WriteString("hash", decision.Hash);
        json.WriteString("factsHash", decision.FactsHash);
        json.WriteString("id", decision.Id);
        if (decision.Case is not null)
            json.WriteString("case", decision.Case);
        if (decision.Verdict is { } verdict)
            json.WriteString("verdict", VerdictNames.Of(verdict));
        WriteTexts(json, "rules", decision.Rules);
        json.WriteStartObject("approvers");
        foreach (var approver in decision.Approvers)
            WriteTexts(json, approver.Role, approver.Rules);
        json.WriteEndObject();
        WriteReferrals(json, decision.Referrals);
        json.WriteStartArray("conditions");
        foreach (var condition in decision.Conditions)
        {
            json.WriteStartObject();
            json.WriteString("rule", condition.Rule);
            json.WriteString("text", condition.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("reasons");
        foreach (var reason in decision.Reasons)
            Write(json, reason);
        json.WriteEndArray();
        WriteTexts(json, "missing", decision.Missing);
        WriteProblems(json, "problems", decision.Problems);
        WriteProblems(json, "warnings", decision.Warnings);
        json.WritePropertyName("outputs");
        WriteRecord(json, decision.Outputs);
        json.WriteEndObject();
    }

    public static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case DateTime date:
                json.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset instant:
                json.WriteStringValue(instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture));
                break;
            case TimeSpan duration:
                json.WriteStringValue(XmlConvert.ToString(duration));
                break;
            case DecisionRecord record:
                WriteRecord(json, record);
                break;
            case IReadOnlyList<object> list:
                json.WriteStartArray();
                foreach (var item in list)
                    WriteValue(json, item);
                json.WriteEndArray();
                break;
            default:
                throw new ArgumentException("not a value of a decision", nameof(value));
        }
    }

    public static void WriteRecord(Utf8JsonWriter json, DecisionRecord record)
    {
        json.WriteStartObject();
        foreach (var member in record)
        {
            json.WritePropertyName(member.Key);
            WriteValue(json, member.Value);
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Reason reason)
    {
        json.WriteStartObject();
        json.WriteString("rule", reason.Rule);
        json.WriteString("title", reason.Title);
        if (reason.Code is not null)
            json.WriteString("code", reason.Code);
        if (reason.Owner is not null)
            json.WriteString("owner", reason.Owner);
        json.WriteString("effect", reason.Effect);
        if (reason.Item is not null)
            json.WriteString("item", reason.Item);
        json.WriteString("text", reason.Text);
        if (reason.Note is not null)
            json.WriteString("note", reason.Note);
        json.WritePropertyName("operands");
        WriteRecord(json, reason.Operands);
        json.WriteEndObject();
    }

    private static void WriteReferrals(Utf8JsonWriter json, IReadOnlyList<Referral> referrals)
    {
        if (referrals.Count == 0)
            return;
        json.WriteStartArray("referrals");
        foreach (var referral in referrals)
        {
            json.WriteStartObject();
            json.WriteString("role", referral.Role);
            WriteTexts(json, "rules", referral.Rules);
            if (referral.WithinMinutes is { } minutes)
            {
                json.WriteNumber("withinMinutes", minutes);
                WriteTexts(json, "timedBy", referral.TimedBy);
            }
            if (referral.EscalateTo.Count > 0)
                WriteTexts(json, "escalateTo", referral.EscalateTo);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteProblems(Utf8JsonWriter json, string name, IReadOnlyList<DecisionProblem> problems)
    {
        if (problems.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("path", problem.Path);
            json.WriteString("message", problem.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
