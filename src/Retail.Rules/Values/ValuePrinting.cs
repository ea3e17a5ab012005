using System;
using System.Globalization;
using System.Numerics;
using System.Text;
using Retail.Rules.Types;

namespace Retail.Rules.Values;

/// <summary>Writes values as people read them: percents with their sign, money with its cents, dates as ISO, unknown as <c>unknown</c>.</summary>
internal static class ValuePrinting
{
    /// <summary>How many more places than its least a value may show when it stands alone.</summary>
    private const int SparePlacesAlone = 2;

    private const int MaxPlaces = 18;

    /// <summary>Of longer lists the first so many items are shown and the rest is counted.</summary>
    private const int MaxItems = 20;

    /// <summary>A value that stands alone: all its digits where they are few, else rounded half away from zero.</summary>
    public static string Print(in Value value, RuleType type)
    {
        if (value.IsUnknown)
            return "unknown";
        switch (type.Kind)
        {
            case TypeKind.Number or TypeKind.Percent or TypeKind.Money:
                return PrintNumber(value, type.Kind, PlacesAlone(value, type.Kind)) + CurrencyOf(type);
            case TypeKind.Date:
                return Calendar.ToDate(value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case TypeKind.Instant:
                return Calendar.ToInstant(value).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);
            case TypeKind.Duration:
                return PrintDuration(value);
            case TypeKind.Boolean:
                return value.Boolean ? "true" : "false";
            case TypeKind.List:
                return PrintList(value.Composite, type.Element!);
            case TypeKind.Record:
                return PrintRecord(value.Composite, type.Record!);
            default:
                return value.Reference as string ?? "";
        }
    }

    /// <summary>
    /// Two values that are compared: at the fewest places, up to 18, at which they still compare as they did; both as percents if one is.
    /// </summary>
    public static (string Left, string Right) PrintPair(in Value left, RuleType leftType, in Value right, RuleType rightType)
    {
        if (left.IsUnknown || right.IsUnknown || !leftType.IsNumeric || !rightType.IsNumeric)
            return (Print(left, leftType), Print(right, rightType));
        var kind = rightType.Kind == TypeKind.Percent ? TypeKind.Percent : leftType.Kind;
        var order = Exact.Compare(left, right);
        var extra = 0;
        while (extra < MaxPlaces && Exact.Compare(Rounded(left, kind, extra), Rounded(right, kind, extra)) != order)
            extra++;
        return (PrintNumber(left, kind, LeastPlaces(kind) + extra) + CurrencyOf(leftType), PrintNumber(right, kind, LeastPlaces(kind) + extra) + CurrencyOf(rightType));
    }

    /// <summary>The currency behind an amount where it is not the ruleset's own.</summary>
    private static string CurrencyOf(RuleType type) => type.Currency is null ? "" : " " + type.Currency;

    private static Value Rounded(in Value value, TypeKind kind, int extra) =>
        Exact.Round(value, Math.Min(MaxPlaces, LeastPlaces(kind) + extra + (kind == TypeKind.Percent ? 2 : 0)));

    private static int LeastPlaces(TypeKind kind) => kind switch
    {
        TypeKind.Money => 2,
        TypeKind.Percent => 1,
        _ => 0,
    };

    private static int PlacesAlone(in Value value, TypeKind kind)
    {
        var least = LeastPlaces(kind);
        var most = least + SparePlacesAlone + (kind == TypeKind.Number ? 2 : 0);
        var best = Rounded(value, kind, most - least);
        var places = least;
        while (places < most && Exact.Compare(Rounded(value, kind, places - least), best) != 0)
            places++;
        return places;
    }

    private static string PrintNumber(in Value value, TypeKind kind, int places)
    {
        places = Math.Min(places, MaxPlaces);
        var shown = kind == TypeKind.Percent ? Exact.Multiply(value, new Value(100m)) : value;
        var rounded = Exact.Simplify(Exact.Round(shown, places));
        var digits = rounded.Reference is null
            ? Exact.WithoutTrailingZeros(rounded.Numerator).ToString("F" + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : WholePart(rounded).ToString(CultureInfo.InvariantCulture);
        return kind == TypeKind.Percent ? digits + "%" : digits;
    }

    /// <summary>A number beyond 28 digits shows no decimal places.</summary>
    private static BigInteger WholePart(in Value value)
    {
        var (top, bottom) = BigRational.Of(value);
        return top / bottom;
    }

    private static string PrintDuration(in Value value)
    {
        var minutes = Exact.Divide(value, new Value((decimal)TimeSpan.TicksPerMinute));
        var text = new StringBuilder(Exact.Sign(minutes) < 0 ? "-" : "");
        var rest = Exact.Abs(minutes);
        rest = TakeUnit(text, rest, 24m * 60m, "day");
        rest = TakeUnit(text, rest, 60m, "hour");
        if (Exact.Sign(rest) != 0 || text.Length == 0)
            AppendUnit(text, Print(rest, RuleType.Number), "minute");
        return text.ToString();
    }

    private static Value TakeUnit(StringBuilder text, in Value minutes, decimal size, string unit)
    {
        var count = Exact.Floor(Exact.Divide(minutes, new Value(size)));
        if (Exact.Sign(count) != 0)
            AppendUnit(text, Print(count, RuleType.Number), unit);
        return Exact.Subtract(minutes, Exact.Multiply(count, new Value(size)));
    }

    private static void AppendUnit(StringBuilder text, string count, string unit) =>
        text.Append(text.Length > 1 ? " " : "").Append(count).Append(' ').Append(unit).Append(count == "1" ? "" : "s");

    private static string PrintList(Composite list, RuleType element)
    {
        var text = new StringBuilder();
        for (var i = 0; i < list.Count && i < MaxItems; i++)
            text.Append(i > 0 ? ", " : "").Append(Print(list.Items[i], element));
        if (list.Count > MaxItems)
            text.Append(" and ").Append((list.Count - MaxItems).ToString(CultureInfo.InvariantCulture)).Append(" more");
        return list.Count == 0 ? "none" : text.ToString();
    }

    private static string PrintRecord(Composite record, RecordType type)
    {
        var text = new StringBuilder("{ ");
        for (var i = 0; i < record.Count; i++)
            text.Append(i > 0 ? ", " : "").Append(type.Fields[i].Name).Append(": ").Append(Print(record.Items[i], type.Fields[i].Type));
        return text.Append(" }").ToString();
    }
}
