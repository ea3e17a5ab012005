using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using Retail.Rules.Types;

namespace Retail.Rules.Tests.Generation;

/// <summary>Makes facts as JSON: mostly complete, sometimes without one or with one of the wrong type.</summary>
internal sealed class FactsGenerator(Choices choices)
{
    public string Make()
    {
        var leavesOut = choices.Chance(10);
        var mistakes = choices.Chance(5);
        var facts = Vocabulary.Facts.Concat(Vocabulary.SpareFacts)
            .Where(_ => !leavesOut || !choices.Chance(10))
            .Select(fact => (fact.Name, Value: mistakes && choices.Chance(10) ? "\"?\"" : Value(fact.Type, depth: 0)))
            .ToList();
        if (choices.Chance(60))
            facts.Add(("approved", Object(facts.Where(_ => !choices.Chance(5)).Select(fact => (fact.Name, choices.Chance(90) ? fact.Value : "null")).ToArray())));
        return Object(facts);
    }

    private string Value(RuleType type, int depth)
    {
        if (type.IsOptional && choices.Chance(40))
            return "null";
        switch (type.Kind)
        {
            case TypeKind.Number:
                return Number(choices.Number());
            case TypeKind.Money:
                var amount = Number(choices.Of(Vocabulary.Amounts));
                return choices.Chance(50) ? amount : $$"""{ "amount": {{amount}}, "currency": "{{(type.Currency ?? "GBP")}}" }""";
            case TypeKind.Percent:
                return Number(choices.Of(Vocabulary.Percents) / 100m);
            case TypeKind.Date:
                return Text(choices.Date().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            case TypeKind.Instant:
                return Text(choices.Date().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            case TypeKind.Duration:
                return Text("PT" + choices.Of(Vocabulary.Minutes).ToString(CultureInfo.InvariantCulture) + "M");
            case TypeKind.Boolean:
                return choices.Chance(50) ? "true" : "false";
            case TypeKind.Text:
                return Text(choices.Of(Vocabulary.Texts) is { Length: > 0 } text ? text : "z");
            case TypeKind.Enum:
                return Text(type.Enum!.Kind == Model.EnumKind.Open && choices.Chance(20) ? "fairtrade" : choices.Of(type.Enum.Members));
            case TypeKind.List:
                return "[" + string.Join(",", Enumerable.Range(0, choices.Between(0, 4)).Select(position => Item(type.Element!, position, depth + 1))) + "]";
            default:
                return Object(type.Record!.Fields.Select(field => (field.Name, Value(field.Type, depth + 1))));
        }
    }

    /// <summary>An item; those with a key mostly have one of their own.</summary>
    private string Item(RuleType type, int position, int depth) => type.Kind != TypeKind.Record
        ? Value(type, depth)
        : Object(type.Record!.Fields.Select(field => (field.Name, field.Name == "sku" && !choices.Chance(3) ? Text("sku" + (9 - position)) : Value(field.Type, depth))));

    private string Number(decimal value)
    {
        var digits = value.ToString(CultureInfo.InvariantCulture);
        return choices.Chance(20) ? Text(digits) : digits;
    }

    private static string Text(string value) => JsonSerializer.Serialize(value);

    private static string Object(IEnumerable<(string Name, string Value)> members)
    {
        var text = new StringBuilder("{");
        foreach (var (name, value) in members)
            text.Append(text.Length > 1 ? ", " : "").Append(Text(name)).Append(": ").Append(value);
        return text.Append('}').ToString();
    }
}
