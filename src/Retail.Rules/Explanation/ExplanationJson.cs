using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Retail.Rules.Explanation;

/// <summary>Writes explanations as JSON: members in a fixed order, those that do not apply left out.</summary>
internal static class ExplanationJson
{
    /// <summary>Texts keep their letters; nothing here is put into HTML unescaped.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string ToText(DecisionExplanation explanation)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            Write(json, explanation);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    public static void Write(Utf8JsonWriter json, DecisionExplanation explanation)
    {
        json.WriteStartObject();
        json.WritePropertyName("decision");
        DecisionJson.Write(json, explanation.Decision);
        json.WriteStartArray("rules");
        foreach (var rule in explanation.Rules)
            Write(json, rule);
        json.WriteEndArray();
        json.WritePropertyName("values");
        DecisionJson.WriteRecord(json, explanation.Values);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RuleExplanation rule)
    {
        json.WriteStartObject();
        json.WriteString("rule", rule.Id);
        json.WriteString("title", rule.Title);
        if (rule.Code is not null)
            json.WriteString("code", rule.Code);
        if (rule.Owner is not null)
            json.WriteString("owner", rule.Owner);
        json.WriteString("kind", CamelCase(rule.Kind.ToString()));
        json.WriteStartArray("judgements");
        foreach (var judgement in rule.Judgements)
        {
            json.WriteStartObject();
            if (judgement.Item is not null)
                json.WriteString("item", judgement.Item);
            json.WriteString("outcome", CamelCase(judgement.Outcome.ToString()));
            if (judgement.Day is not null)
                json.WriteString("day", judgement.Day);
            json.WriteStartArray("conditions");
            foreach (var condition in judgement.Conditions)
                Write(json, condition);
            json.WriteEndArray();
            if (judgement.Fault is not null)
                json.WriteString("fault", judgement.Fault);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ConditionExplanation condition)
    {
        json.WriteStartObject();
        json.WriteString(condition.IsOnlyIf ? "onlyIf" : "when", condition.Condition);
        json.WriteBoolean("holds", condition.Holds);
        json.WriteString("text", condition.Text);
        json.WritePropertyName("operands");
        DecisionJson.WriteRecord(json, condition.Operands);
        json.WriteEndObject();
    }

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
