using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Retail.Rules.Evaluation;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Facts;

/// <summary>Reads facts from names with objects into a frame, as <see cref="JsonFactReader"/> does from JSON. Immutable and thread-safe.</summary>
internal sealed class ObjectFactReader
{
    private readonly FactSchema schema;
    private readonly JsonFactReader json;
    private readonly int maxItems;

    public ObjectFactReader(FactSchema schema, JsonFactReader json, int maxItems)
    {
        this.schema = schema;
        this.json = json;
        this.maxItems = maxItems;
    }

    public void Read(IEnumerable<KeyValuePair<string, object?>> facts, Frame frame)
    {
        var log = frame.FactLog;
        var depth = log.Depth;
        try
        {
            var named = new NamesGiven(frame, schema.Inputs.Count);
            foreach (var member in facts)
            {
                if (member.Key is null || schema.Find(member.Key) is not { } input)
                {
                    FactProblems.WarnUnknown(member.Key ?? "", schema.Inputs.Select(known => known.Name), log);
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
        catch (Exception thrown)
        {
            log.RefuseThrown(thrown, depth);
        }
    }

    /// <summary>The value; absent for null and blank, unknown for what does not fit, which is logged.</summary>
    private Value Read(object? fact, RuleType type, Frame frame)
    {
        var log = frame.FactLog;
        switch (fact)
        {
            case null:
                return Value.Absent;
            case string text:
                return FactValues.FromText(text, type, log);
            case JsonElement element:
                return json.Read(element, type, frame);
            case bool flag when type.Kind == TypeKind.Boolean:
                return Value.Of(flag);
            case DateTime date when type.Kind == TypeKind.Date:
                return FactValues.FromDate(date, type, log);
            case DateTime instant when type.Kind == TypeKind.Instant:
                return FactValues.FromInstant(instant, type, log);
            case DateTimeOffset instant when type.Kind == TypeKind.Instant:
                return FactValues.FromInstant(instant, type, log);
            case TimeSpan duration when type.Kind == TypeKind.Duration:
                return FactValues.FromDuration(duration, type, log);
#if NET8_0_OR_GREATER
            case DateOnly date when type.Kind == TypeKind.Date:
                return FactValues.FromDate(date, type, log);
#endif
            case double or float when type.IsNumeric:
                log.Refuse("a " + ClrNames.Of(fact.GetType()) + " is not exact; write it as decimal");
                return Value.Unknown;
            case Enum member when type.Kind == TypeKind.Enum:
                return ClrEnums.Read(member, type.Enum!, log);
            case IEnumerable<KeyValuePair<string, object?>> money when type.Kind == TypeKind.Money:
                return ReadMoney(money, type, frame);
            case IEnumerable<KeyValuePair<string, object?>> record when type.Kind == TypeKind.Record:
                return ReadRecord(record, type.Record!, frame);
            case IEnumerable items when type.Kind == TypeKind.List && fact is not IEnumerable<KeyValuePair<string, object?>>:
                return ReadList(items, type.Element!, frame);
            case not null when type.Kind == TypeKind.Money && ClrMoney.Of(fact) is { } properties:
                return ReadMoney(properties.Read(fact), type, frame);
            default:
                return type.IsNumeric && TryDecimal(fact, out var number) ? FactValues.FromDecimal(number, type, log) : FactProblems.Refuse(Show(fact), type, log);
        }
    }

    private Value ReadList(IEnumerable items, RuleType element, Frame frame)
    {
        var log = frame.FactLog;
        var depth = log.Depth;
        var list = frame.Arena.Rent((items as ICollection)?.Count is { } count && count <= maxItems ? count : 0);
        try
        {
            foreach (var item in items)
            {
                if (list.Count == maxItems)
                    return FactProblems.RefuseLength(log, maxItems);
                log.Enter(list.Count);
                var value = Read(item, element, frame);
                if (value.IsAbsent)
                    FactProblems.RefuseItem(item is null or JsonElement { ValueKind: not JsonValueKind.String }, log);
                list.Add(value);
                log.Leave();
            }
            return new Value(list);
        }
        catch (Exception thrown)
        {
            log.RefuseThrown(thrown, depth);
            return Value.Unknown;
        }
    }

    private Value ReadRecord(IEnumerable<KeyValuePair<string, object?>> members, RecordType type, Frame frame)
    {
        var log = frame.FactLog;
        var depth = log.Depth;
        try
        {
            var record = RecordCompletion.Rent(type, frame);
            var named = new NamesGiven(frame, type.Fields.Count);
            foreach (var member in members)
            {
                var index = member.Key is null ? -1 : type.IndexOf(member.Key);
                if (index < 0)
                {
                    FactProblems.WarnUnknown(member.Key ?? "", type.Fields.Select(field => field.Name), log);
                    continue;
                }
                log.Enter(type.Fields[index].Name);
                if (!named.Add(index))
                    FactProblems.RefuseRepetition(log);
                record.Items[index] = Read(member.Value, type.Fields[index].Type, frame);
                log.Leave();
            }
            RecordCompletion.Complete(record, type, log);
            return new Value(record);
        }
        catch (Exception thrown)
        {
            log.RefuseThrown(thrown, depth);
            return Value.Unknown;
        }
    }

    private Value ReadMoney(IEnumerable<KeyValuePair<string, object?>> members, RuleType type, Frame frame)
    {
        var log = frame.FactLog;
        var depth = log.Depth;
        try
        {
            var (amount, currency) = (Value.Absent, Value.Absent);
            var named = new NamesGiven(frame, FactMoney.Members.Count);
            foreach (var member in members)
            {
                if (member.Key is not (FactMoney.Amount or FactMoney.Currency))
                {
                    FactProblems.WarnUnknown(member.Key ?? "", FactMoney.Members, log);
                    continue;
                }
                log.Enter(member.Key);
                if (!named.Add(member.Key == FactMoney.Amount ? 0 : 1))
                    FactProblems.RefuseRepetition(log);
                if (member.Key == FactMoney.Amount)
                    amount = Read(member.Value, RuleType.Number, frame);
                else
                    currency = Read(member.Value, RuleType.Text, frame);
                log.Leave();
            }
            return FactMoney.Of(amount, currency, type, frame);
        }
        catch (Exception thrown)
        {
            log.RefuseThrown(thrown, depth);
            return Value.Unknown;
        }
    }

    private static bool TryDecimal(object fact, out decimal number)
    {
        number = 0m;
        if (fact is not (decimal or int or long or short or byte or uint or ulong or ushort or sbyte))
            return false;
        number = ((IConvertible)fact).ToDecimal(CultureInfo.InvariantCulture);
        return true;
    }

    private static string Show(object fact) => fact switch
    {
        bool flag => flag ? "true" : "false",
        DateTime date => FactProblems.Show(date),
        DateTimeOffset instant => FactProblems.Show(instant.UtcDateTime) + "Z",
        IEnumerable<KeyValuePair<string, object?>> => "a record",
        IEnumerable => "a list",
        _ when TryDecimal(fact, out var number) => Exact.WithoutTrailingZeros(number).ToString(CultureInfo.InvariantCulture),
        _ => ClrNames.WithArticle(fact.GetType()),
    };
}
