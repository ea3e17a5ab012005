using System;
using System.Linq;
using System.Text.Json;
using Retail.Rules.Evaluation;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Facts;

/// <summary>Reads facts from JSON into a frame: names as the ruleset writes them, null as absent. Immutable and thread-safe.</summary>
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
        var named = new NamesGiven(frame, schema.Inputs.Count);
        foreach (var member in facts.EnumerateObject())
        {
            var name = NameOf(member);
            if (schema.Find(name) is not { } input)
            {
                FactProblems.WarnUnknown(name, schema.Inputs.Select(known => known.Name), log);
                continue;
            }
            if (!input.IsRead)
                continue;
            log.Enter(input.Name);
            if (!named.Add(input.Slot))
                FactProblems.RefuseRepetition(log);
            frame.Give(input.Slot, Read(member.Value, input.Type, frame));
            log.Leave();
        }
    }

    /// <summary>The value; absent for null and blank, unknown for what does not fit, which is logged.</summary>
    public Value Read(JsonElement json, RuleType type, Frame frame)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.Undefined:
                return Value.Absent;
            case JsonValueKind.String:
                return TryText(json, out var text) ? FactValues.FromText(text, type, frame.FactLog) : FactProblems.RefuseUnicode(frame.FactLog);
            case JsonValueKind.Number when type.IsNumeric:
                return ReadNumber(json, type, frame.FactLog);
            case JsonValueKind.True or JsonValueKind.False when type.Kind == TypeKind.Boolean:
                return Value.Of(json.GetBoolean());
            case JsonValueKind.Array when type.Kind == TypeKind.List:
                return ReadList(json, type.Element!, frame);
            case JsonValueKind.Object when type.Kind == TypeKind.Money:
                return ReadMoney(json, type, frame);
            case JsonValueKind.Object when type.Kind == TypeKind.Record:
                return ReadRecord(json, type.Record!, frame);
            default:
                return FactProblems.Refuse(Show(json), type, frame.FactLog);
        }
    }

    private static Value ReadNumber(JsonElement json, RuleType type, FactLog log)
    {
        if (json.TryGetDecimal(out var number) && FactNumbers.IsSurelyExact(number))
            return FactValues.FromDecimal(number, type, log);
        var text = json.GetRawText();
        return FactNumbers.TryParse(text, out number) ? FactValues.FromDecimal(number, type, log) : FactProblems.RefuseDigits(text, log);
    }

    private Value ReadList(JsonElement json, RuleType element, Frame frame)
    {
        var log = frame.FactLog;
        var count = json.GetArrayLength();
        if (count > maxItems)
            return FactProblems.RefuseLength(log, maxItems);
        var list = frame.Arena.Rent(count);
        var index = 0;
        foreach (var item in json.EnumerateArray())
        {
            log.Enter(index++);
            var value = Read(item, element, frame);
            if (value.IsAbsent)
                FactProblems.RefuseItem(item.ValueKind == JsonValueKind.Null, log);
            list.Add(value);
            log.Leave();
        }
        return new Value(list);
    }

    private Value ReadRecord(JsonElement json, RecordType type, Frame frame)
    {
        var log = frame.FactLog;
        var record = RecordCompletion.Rent(type, frame);
        var named = new NamesGiven(frame, type.Fields.Count);
        foreach (var member in json.EnumerateObject())
        {
            var name = NameOf(member);
            var index = type.IndexOf(name);
            if (index < 0)
            {
                FactProblems.WarnUnknown(name, type.Fields.Select(field => field.Name), log);
                continue;
            }
            log.Enter(name);
            if (!named.Add(index))
                FactProblems.RefuseRepetition(log);
            record.Items[index] = Read(member.Value, type.Fields[index].Type, frame);
            log.Leave();
        }
        RecordCompletion.Complete(record, type, log);
        return new Value(record);
    }

    private Value ReadMoney(JsonElement json, RuleType type, Frame frame)
    {
        var log = frame.FactLog;
        var (amount, currency) = (Value.Absent, Value.Absent);
        var named = new NamesGiven(frame, FactMoney.Members.Count);
        foreach (var member in json.EnumerateObject())
        {
            var name = NameOf(member);
            if (name is not (FactMoney.Amount or FactMoney.Currency))
            {
                FactProblems.WarnUnknown(name, FactMoney.Members, log);
                continue;
            }
            log.Enter(name);
            if (!named.Add(name == FactMoney.Amount ? 0 : 1))
                FactProblems.RefuseRepetition(log);
            if (name == FactMoney.Amount)
                amount = Read(member.Value, RuleType.Number, frame);
            else
                currency = Read(member.Value, RuleType.Text, frame);
            log.Leave();
        }
        return FactMoney.Of(amount, currency, type, frame);
    }

    public static string Show(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined => "nothing",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "a record",
        JsonValueKind.String => TryText(json, out var text) ? FactProblems.Quote(text) : "a text",
        _ => FactProblems.Shorten(json.GetRawText()),
    };

    /// <summary>The characters of a text; false if it escapes half a surrogate pair, which JSON allows and Unicode does not.</summary>
    private static bool TryText(JsonElement json, out string text)
    {
        try
        {
            text = json.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }
}
