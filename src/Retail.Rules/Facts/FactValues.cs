using System;
using System.Globalization;
using System.Xml;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Facts;

/// <summary>
/// Single values of facts, the same for every source: what a text, a number, a date stands for where a type is expected. What does not fit
/// is logged and unknown.
/// </summary>
internal static class FactValues
{
    /// <summary>
    /// From this fraction on (200 %) a percent is probably a whole percent that should have been divided by 100. Every one from 2 up is caught,
    /// while 1.5, a coverage or uplift of 150 %, is not; what truly is 200 % or more is warned of and judged as given.
    /// </summary>
    private const decimal OddPercent = 2m;

    private static readonly string[] InstantFormats =
        ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <summary>A text: the text itself, an enum member, a date, a quoted number. Null and blank are absent.</summary>
    public static Value FromText(string? text, RuleType type, FactLog log)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Value.Absent;
        if (!FactProblems.IsUnicode(text!))
            return FactProblems.RefuseUnicode(log);
        switch (type.Kind)
        {
            case TypeKind.Text:
                return new Value(text!);
            case TypeKind.Enum:
                return FromMember(text!, type.Enum!, log);
            case TypeKind.Number or TypeKind.Percent or TypeKind.Money when FactNumbers.LooksLikeNumber(text!):
                return FactNumbers.TryParse(text!, out var number) ? FromDecimal(number, type, log) : FactProblems.RefuseDigits(text!, log);
            case TypeKind.Date when DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date):
                return new Value(Values.Calendar.DayNumber(date));
            case TypeKind.Instant when HasOffset(text!) && DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant):
                return FromInstant(instant, type, log);
            case TypeKind.Duration when TryDuration(text!, out var duration):
                return FromDuration(duration, type, log);
            default:
                return FactProblems.Refuse(FactProblems.Quote(text!), type, log);
        }
    }

    /// <summary>A number, a percent as its fraction, an amount of money.</summary>
    public static Value FromDecimal(decimal number, RuleType type, FactLog log)
    {
        if (type.Kind == TypeKind.Percent && (number >= OddPercent || number <= -OddPercent))
            FactProblems.WarnPercent(number, log);
        // A zero may carry a sign, which no comparison sees but a printed number would show.
        return new Value(number == 0m ? 0m : number);
    }

    public static Value FromBoolean(bool value, RuleType type, FactLog log) => Value.Of(value);

    /// <summary>A date: no time of day, whatever the kind.</summary>
    public static Value FromDate(DateTime date, RuleType type, FactLog log)
    {
        if (date.TimeOfDay == TimeSpan.Zero)
            return new Value(Values.Calendar.DayNumber(date));
        log.Refuse(FactProblems.Show(date) + " has a time of day; a date has none");
        return Value.Unknown;
    }

    /// <summary>An instant of kind UTC: any other depends on where the machine stands.</summary>
    public static Value FromInstant(DateTime instant, RuleType type, FactLog log)
    {
        if (instant.Kind == DateTimeKind.Utc)
            return new Value((decimal)instant.Ticks);
        log.Refuse(FactProblems.Show(DateTime.SpecifyKind(instant, DateTimeKind.Unspecified)) + " is not in UTC; use a DateTimeOffset, or a DateTime of kind Utc");
        return Value.Unknown;
    }

    public static Value FromInstant(DateTimeOffset instant, RuleType type, FactLog log) => new((decimal)instant.UtcTicks);

    public static Value FromDuration(TimeSpan duration, RuleType type, FactLog log) => new((decimal)duration.Ticks);

#if NET8_0_OR_GREATER
    public static Value FromDate(DateOnly date, RuleType type, FactLog log) => new((decimal)date.DayNumber);
#endif

    private static Value FromMember(string text, EnumType type, FactLog log)
    {
        var index = type.IndexOf(text);
        if (index >= 0)
            return new Value(type.Members[index]);
        if (type.Kind == EnumKind.Open)
            return new Value(text);
        FactProblems.RefuseMember(text, type, log);
        return Value.Unknown;
    }

    private static bool TryDuration(string text, out TimeSpan duration)
    {
        duration = default;
        // Months and years have no fixed length.
        if (text.IndexOf('Y') >= 0 || text.Split('T')[0].IndexOf('M') >= 0)
            return false;
        try
        {
            duration = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return false;
        }
    }

    private static bool HasOffset(string text) => text.EndsWith("Z", StringComparison.Ordinal) || text.LastIndexOfAny(['+', '-']) > "yyyy-MM-dd".Length;
}
