using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Retail.Rules.Binding;
using Retail.Rules.Model;

namespace Retail.Rules.Comparison;

/// <summary>Turns the examples of a ruleset into the cases of a suite, as if they had been written in JSON. One ruleset each; not thread-safe.</summary>
internal sealed class ExampleCases
{
    private readonly RuleSetDefinition definition;
    private readonly Dictionary<string, RecordExpression> facts = new(StringComparer.Ordinal);

    public ExampleCases(RuleSetDefinition definition)
    {
        this.definition = definition;
        foreach (var block in definition.Declarations.OfType<FactsDeclaration>())
            facts[block.Name.Text] = block.Record;
    }

    public RuleSuite ToSuite() =>
        new(definition.Name.Text, definition.Declarations.OfType<ExampleDeclaration>().Select(ToCase).ToArray());

    private SuiteCase ToCase(ExampleDeclaration example) =>
        new(example.Title.Text, null, Written(json => WriteFacts(json, example)), Written(json => WriteExpectation(json, example)));

    /// <summary>The named facts, whose members those of the example replace; unknown takes one away.</summary>
    private void WriteFacts(Utf8JsonWriter json, ExampleDeclaration example)
    {
        var own = example.Facts?.Members ?? [];
        var based = example.BaseFacts is { } name && facts.TryGetValue(name.Text, out var record) ? record.Members : [];
        json.WriteStartObject();
        foreach (var member in based.Where(member => own.All(other => other.Name.Text != member.Name.Text)).Concat(own))
        {
            if (member.Value is UnknownLiteral)
                continue;
            json.WritePropertyName(member.Name.Text);
            LiteralJson.Write(json, member.Value, definition.Currency?.Text);
        }
        json.WriteEndObject();
    }

    private void WriteExpectation(Utf8JsonWriter json, ExampleDeclaration example)
    {
        json.WriteStartObject();
        if (example.Verdict is { } verdict)
            json.WriteString("verdict", verdict.Text);
        WriteSet(json, "rules", example.Rules);
        WriteSet(json, "approvers", example.Approvers);
        WriteSet(json, "conditions", example.Conditions);
        WriteSet(json, "missing", example.Missing);
        if (example.Outputs is { } outputs)
        {
            json.WritePropertyName("outputs");
            LiteralJson.Write(json, outputs, definition.Currency?.Text);
        }
        json.WriteEndObject();
    }

    /// <summary>Names in the order in which decisions list them, so that the order in the text does not matter.</summary>
    private static void WriteSet(Utf8JsonWriter json, string member, IReadOnlyList<Identifier>? names)
    {
        if (names is null)
            return;
        json.WriteStartArray(member);
        foreach (var name in names.Select(name => name.Text).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal))
            json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static JsonElement Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            write(json);
        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }
}
