using System.Collections.Generic;
using Retail.Rules.Planning;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules;

/// <summary>Turns the values of an evaluation into those of a decision, which outlive it: rounded at every depth, unknown ones left out.</summary>
internal static class DecisionValues
{
    /// <summary>
    /// The value as one that a decision can carry: a single number rounded, anything that holds values as it is, once it is sure that each of
    /// them can be carried. Allocates nothing, so that whoever only asks for the verdict pays for nothing else.
    /// </summary>
    /// <exception cref="EvaluationFault">A decimal cannot hold a number.</exception>
    public static Value Fit(in Value value, RuleType type, int places)
    {
        if (value.IsUnknown)
            return value;
        switch (type.Kind)
        {
            case TypeKind.Number or TypeKind.Percent or TypeKind.Money:
                return Exact.Fit(value, places);
            case TypeKind.Date:
                Calendar.ToDate(value);
                break;
            case TypeKind.Instant:
                Calendar.ToInstant(value);
                break;
            case TypeKind.Duration:
                Calendar.ToTimeSpan(value);
                break;
            case TypeKind.List when type.Element!.Kind is not (TypeKind.Text or TypeKind.Enum or TypeKind.Boolean):
                for (var i = 0; i < value.Composite.Count; i++)
                    Fit(value.Composite.Items[i], type.Element!, places);
                break;
            case TypeKind.Record:
                for (var i = 0; i < value.Composite.Count; i++)
                    Fit(value.Composite.Items[i], type.Record!.Fields[i].Type, places);
                break;
        }
        return value;
    }

    /// <summary>The value of an output for a decision; null if it has none.</summary>
    public static object? Of(in Value value, OutputPlan output) =>
        output.Exclusions is { } exclusions ? OfExclusions(value, exclusions) : Of(value, output.Value.Type, output.Places);

    /// <summary>The value for a decision; null if it is unknown.</summary>
    /// <exception cref="EvaluationFault">A decimal cannot hold a number.</exception>
    public static object? Of(in Value value, RuleType type, int places)
    {
        if (value.IsUnknown)
            return null;
        switch (type.Kind)
        {
            case TypeKind.Money when type.Currency is not null:
                return new DecisionRecord([new("amount", Exact.ToDecimal(value, places)), new("currency", type.Currency)]);
            case TypeKind.Number or TypeKind.Percent or TypeKind.Money:
                return Exact.ToDecimal(value, places);
            case TypeKind.Boolean:
                return value.Boolean;
            case TypeKind.Date:
                return Calendar.ToDate(value);
            case TypeKind.Instant:
                return Calendar.ToInstant(value);
            case TypeKind.Duration:
                return Calendar.ToTimeSpan(value);
            case TypeKind.List:
                return OfList(value.Composite, type.Element!, places);
            case TypeKind.Record:
                return OfRecord(value.Composite, type.Record!, places);
            default:
                return value.Text;
        }
    }

    /// <summary>The excluded items of a select: key, and the ids of all exclusions that hold for it.</summary>
    private static DecisionRecord? OfExclusions(in Value value, ExcludedBy excludedBy)
    {
        if (value.IsUnknown)
            return null;
        var excluded = value.Composite;
        var members = new List<KeyValuePair<string, object>>(excluded.Count);
        for (var i = 0; i < excluded.Count; i++)
        {
            var record = excluded.Items[i].Composite;
            var indexes = record.Items[1].Composite;
            var ids = new object[indexes.Count];
            for (var j = 0; j < ids.Length; j++)
                ids[j] = excludedBy.Exclusions[(int)indexes.Items[j].Numerator].Id;
            members.Add(new KeyValuePair<string, object>(ValuePrinting.Print(record.Items[0], excludedBy.KeyType), ids));
        }
        return new DecisionRecord(members);
    }

    private static object[] OfList(Composite list, RuleType element, int places)
    {
        var items = new object[list.Count];
        for (var i = 0; i < items.Length; i++)
            items[i] = Of(list.Items[i], element, places)!;
        return items;
    }

    private static DecisionRecord OfRecord(Composite record, RecordType type, int places)
    {
        var members = new List<KeyValuePair<string, object>>(type.Fields.Count);
        for (var i = 0; i < type.Fields.Count; i++)
        {
            if (Of(record.Items[i], type.Fields[i].Type, places) is { } member)
                members.Add(new KeyValuePair<string, object>(type.Fields[i].Name, member));
        }
        return new DecisionRecord(members);
    }
}
