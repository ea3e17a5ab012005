using System.Globalization;
using Retail.Rules.Dsl.Lexing;
using Retail.Rules.Model;

namespace Retail.Rules.Dsl.Formatting;

/// <summary>Numbers, dates and instants as an author writes them.</summary>
internal static class LiteralText
{
    /// <summary>Whole parts shorter than this are read at a glance.</summary>
    private const int LongestUngrouped = 4;

    /// <summary>A number with its scale; thousands are grouped from 10_000.</summary>
    public static string Of(NumberLiteral number)
    {
        var text = Group(number.Value.ToString(CultureInfo.InvariantCulture));
        if (number.IsPercent)
            return text + "%";
        if (number.Currency is not null)
            return text + " " + number.Currency;
        return number.Unit is { } unit ? text + " " + UnitWords.Of(unit, number.Value) : text;
    }

    public static string Of(DateLiteral date) => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant without the seconds and fractions that it does not have.</summary>
    public static string Of(InstantLiteral instant)
    {
        var value = instant.Value;
        var hasFraction = value.Ticks % System.TimeSpan.TicksPerSecond != 0;
        var time = value.ToString(hasFraction ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF" : value.Second != 0 ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        return time + (value.Offset == System.TimeSpan.Zero ? "Z" : value.ToString("zzz", CultureInfo.InvariantCulture));
    }

    private static string Group(string text)
    {
        var point = text.IndexOf('.');
        var whole = point < 0 ? text.Length : point;
        if (whole <= LongestUngrouped)
            return text;
        for (var i = whole - 3; i > 0; i -= 3)
            text = text.Insert(i, "_");
        return text;
    }
}
