using System;
using System.Linq;
using System.Text.Json;
using Retail.Rules.Evaluation;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Facts;

/// <summary>Reads facts from JSON into a frame: names as the ruleset writes them, null as absent.</summary>
internal sealed class JsonFactReader
{
    private readonly FactSchema schema;
    private readonly int maxItems;

    public JsonFactReader(FactSchema schema, int maxItems)
    {
        this.schema = schema;
        this.maxItems = maxItems;
    }

    public void Read(JsonElement facts, Frame frame)
    {
        var log = frame.FactLog;
        if (facts.ValueKind != JsonValueKind.Object)
        {
            log.Refuse("the facts are " + Show(facts) + ", not a JSON object");
            return;
        }
        foreach (var member in facts.EnumerateObject())
        {
            if (schema.Find(member.Name) is not { } input)
            {
                FactValues.WarnUnknown(member.Name, schema.Inputs.Select(known => known.Name), log);
                continue;
            }
            if (!input.IsRead)
                continue;
            log.Enter(input.Name);
            if (frame.IsGiven(input.Slot))
                log.Refuse("is given twice");
            frame.Give(input.Slot, Read(member.Value, input.Type, log, frame.Arena));
            log.Leave();
        }
    }

    /// <summary>The value; absent for null and blank, unknown for what does not fit, which is logged.</summary>
    private Value Read(JsonElement json, RuleType type, FactLog log, ValueArena arena)
    {
        Value value;
        switch (json.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.Undefined:
                return Value.Absent;
            case JsonValueKind.String:
                FactValues.TryFromText(json.GetString()!, type, log, out value);
                return value;
            case JsonValueKind.Number when type.IsNumeric:
                if (json.TryGetDecimal(out var number) && FactValues.TryExactDecimal(json.GetRawText(), out number))
                    return FactValues.FromDecimal(number, type, log);
                log.Refuse(FactValues.Shorten(json.GetRawText()) + " has more digits than a decimal holds (28)");
                return Value.Unknown;
            case JsonValueKind.True or JsonValueKind.False when type.Kind == TypeKind.Boolean:
                return Value.Of(json.GetBoolean());
            case JsonValueKind.Array when type.Kind == TypeKind.List:
                return ReadList(json, type.Element!, log, arena);
            case JsonValueKind.Object when type.Kind == TypeKind.Record:
                return ReadRecord(json, type.Record!, log, arena);
            default:
                FactValues.Refuse(Show(json), type, log);
                return Value.Unknown;
        }
    }

    private Value ReadList(JsonElement json, RuleType element, FactLog log, ValueArena arena)
    {
        var count = json.GetArrayLength();
        if (count > maxItems)
        {
            log.Refuse("has " + count.ToString(System.Globalization.CultureInfo.InvariantCulture) + " items; the limit is " + maxItems.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return Value.Unknown;
        }
        var list = arena.Rent(count);
        var index = 0;
        foreach (var item in json.EnumerateArray())
        {
            log.Enter(index++);
            var value = Read(item, element, log, arena);
            // Items of lists are never unknown; a blank text or a null is not left out silently.
            if (value.IsAbsent)
                log.Refuse((item.ValueKind == JsonValueKind.Null ? "null" : "a blank text") + " cannot be an item of a list");
            list.Add(value);
            log.Leave();
        }
        return new Value(list);
    }

    private Value ReadRecord(JsonElement json, RecordType type, FactLog log, ValueArena arena)
    {
        var record = arena.Rent(type.Fields.Count);
        for (var i = 0; i < type.Fields.Count; i++)
            record.Add(Value.Absent);
        foreach (var member in json.EnumerateObject())
        {
            var index = type.IndexOf(member.Name);
            if (index < 0)
            {
                FactValues.WarnUnknown(member.Name, type.Fields.Select(field => field.Name), log);
                continue;
            }
            log.Enter(member.Name);
            if (!record.Items[index].IsAbsent)
                log.Refuse("is given twice");
            record.Items[index] = Read(member.Value, type.Fields[index].Type, log, arena);
            log.Leave();
        }
        RecordCompletion.Complete(record, type, log);
        return new Value(record);
    }

    private static string Show(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "a record",
        JsonValueKind.String => '"' + FactValues.Shorten(json.GetString()!) + '"',
        _ => FactValues.Shorten(json.GetRawText()),
    };
}
