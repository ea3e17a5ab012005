using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Facts;

/// <summary>The checks that every source of facts shares: what a text can stand for, and what is said when a value does not fit.</summary>
internal static class FactValues
{
    private const int MaxShown = 40;

    private static readonly string[] InstantFormats =
        ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <summary>A text where a type is expected: the text itself, an enum member, a date, a quoted number. Blank is absent.</summary>
    /// <returns>False if the text does not fit, which was logged.</returns>
    public static bool TryFromText(string text, RuleType type, FactLog log, out Value value)
    {
        value = Value.Absent;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        value = Value.Unknown;
        switch (type.Kind)
        {
            case TypeKind.Text:
                value = new Value(text);
                return true;
            case TypeKind.Enum:
                return TryEnum(text, type.Enum!, log, out value);
            case TypeKind.Number or TypeKind.Percent or TypeKind.Money when TryExactDecimal(text, out var number):
                value = FromDecimal(number, type, log);
                return true;
            case TypeKind.Date when DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date):
                value = new Value(Values.Calendar.DayNumber(date));
                return true;
            case TypeKind.Instant when HasOffset(text) && DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant):
                value = new Value((decimal)instant.UtcTicks);
                return true;
            case TypeKind.Duration when TryDuration(text, out var duration):
                value = new Value((decimal)duration.Ticks);
                return true;
            default:
                return Refuse('"' + Shorten(text) + '"', type, log);
        }
    }

    public static Value FromDecimal(decimal number, RuleType type, FactLog log)
    {
        if (type.Kind == TypeKind.Percent && (number > 100m || number < -100m))
            log.Warn(Shorten(number.ToString(CultureInfo.InvariantCulture)) + " is " + (number * 100m / 1.000m).ToString("0.####", CultureInfo.InvariantCulture) + " %; write percents as fractions: 0.25 is 25 %");
        return new Value(number);
    }

    /// <summary>A number in JSON's or an invariant notation that one decimal holds without rounding.</summary>
    public static bool TryExactDecimal(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number)
        && HoldsEveryDigit(text, number);

    /// <summary>Logs that a value does not fit; always false, for the caller to return.</summary>
    public static bool Refuse(string shown, RuleType type, FactLog log)
    {
        log.Refuse(shown + " is not " + Expectation(type));
        return false;
    }

    public static string Shorten(string text) => text.Length <= MaxShown ? text : text.Substring(0, MaxShown) + "...";

    /// <summary>Says that a name is not a fact or member, with the name that may have been meant.</summary>
    public static void WarnUnknown(string name, IEnumerable<string> known, FactLog log)
    {
        var suggestion = Spelling.Suggest(name, known);
        log.Enter(name);
        log.Warn("the ruleset does not know it" + (suggestion is null ? "" : "; did you mean `" + suggestion + "`?"));
        log.Leave();
    }

    private static bool TryEnum(string text, EnumType type, FactLog log, out Value value)
    {
        var index = type.IndexOf(text);
        value = index >= 0 ? new Value(type.Members[index]) : new Value(text);
        if (index >= 0 || type.Kind == EnumKind.Open)
            return true;
        value = Value.Unknown;
        var suggestion = Spelling.Suggest(text, type.Members);
        log.Refuse('"' + Shorten(text) + "\" is not a member of " + type.Name + "; " + (suggestion is null ? "members are " + string.Join(", ", type.Members) : "did you mean `" + suggestion + "`?"));
        return false;
    }

    private static string Expectation(RuleType type) => type.Kind switch
    {
        TypeKind.Number => "a number",
        TypeKind.Percent => "a percent; write it as a fraction: 0.25 is 25 %",
        TypeKind.Money => "an amount of money; write it as a number: 2.50",
        TypeKind.Date => "a date; write it as 2026-10-16",
        TypeKind.Instant => "an instant; write it as 2026-10-16T06:00:00Z, with its offset",
        TypeKind.Duration => "a duration; write it as ISO 8601 does: P1D is a day, PT90M are 90 minutes",
        TypeKind.Boolean => "true or false",
        TypeKind.Text => "a text",
        TypeKind.Enum => "a member of " + type.Enum!.Name + "; members are " + string.Join(", ", type.Enum.Members),
        TypeKind.List => "a list",
        _ => "a record with " + string.Join(", ", type.Record!.Fields.Select(field => field.Name)),
    };

    private static bool TryDuration(string text, out TimeSpan duration)
    {
        try
        {
            duration = System.Xml.XmlConvert.ToTimeSpan(text);
            return text.IndexOf('Y') < 0 && text.Split('T')[0].IndexOf('M') < 0;
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            duration = default;
            return false;
        }
    }

    private static bool HasOffset(string text) => text.EndsWith("Z", StringComparison.Ordinal) || text.LastIndexOfAny(['+', '-']) > "yyyy-MM-dd".Length;

    /// <summary>Whether the text has no significant digits beyond those that the decimal kept.</summary>
    private static bool HoldsEveryDigit(string text, decimal number)
    {
        var digits = 0;
        var zeros = 0;
        foreach (var letter in text)
        {
            if (letter is 'e' or 'E')
                break;
            if (letter is < '0' or > '9' || (digits == 0 && letter == '0'))
                continue;
            digits++;
            zeros = letter == '0' ? zeros + 1 : 0;
        }
        if (digits - zeros == 0)
            return true;
        if (digits - zeros > 29)
            return false;
        var kept = Exact.WithoutTrailingZeros(number);
        return DigitsOf(kept) >= digits - zeros && kept != 0m;
    }

    private static int DigitsOf(decimal number)
    {
        var digits = 0;
        foreach (var letter in Math.Abs(number).ToString(CultureInfo.InvariantCulture))
        {
            if (letter is >= '0' and <= '9' && (digits > 0 || letter != '0'))
                digits++;
        }
        return digits;
    }
}
