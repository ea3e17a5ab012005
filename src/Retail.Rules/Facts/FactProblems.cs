using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Facts;

/// <summary>What is said when facts do not fit, the same for every source.</summary>
internal static class FactProblems
{
    private const int MaxShown = 40;
    private const int MaxNamesShown = 12;

    /// <summary>Logs that a value does not fit.</summary>
    /// <returns>Unknown, for the caller to return.</returns>
    public static Value Refuse(string shown, RuleType type, FactLog log)
    {
        log.Refuse(shown + " is not " + Expectation(type));
        return Value.Unknown;
    }

    public static Value RefuseUnicode(FactLog log)
    {
        log.Refuse("the text is not valid Unicode");
        return Value.Unknown;
    }

    public static Value RefuseDigits(string number, FactLog log)
    {
        log.Refuse(Shorten(number) + " needs more digits than a number may have (28)");
        return Value.Unknown;
    }

    public static Value RefuseLength(FactLog log, int limit)
    {
        log.Refuse("has more items than the limit of " + limit.ToString(CultureInfo.InvariantCulture));
        return Value.Unknown;
    }

    /// <summary>Logs that an item is absent: items of lists are never unknown, and what was meant by it is not left out silently.</summary>
    public static void RefuseItem(bool isNull, FactLog log) => log.Refuse((isNull ? "null" : "a blank text") + " cannot be an item of a list");

    public static void RefuseRepetition(FactLog log) => log.Refuse("is given twice");

    public static void RefuseMember(string text, EnumType type, FactLog log)
    {
        var suggestion = Spelling.Suggest(text, type.Members);
        log.Refuse(Quote(text) + " is not a member of " + type.Name + "; " + (suggestion is null ? Members(type) : "did you mean `" + suggestion + "`?"));
    }

    public static void WarnPercent(decimal fraction, FactLog log)
    {
        var shown = Exact.WithoutTrailingZeros(fraction).ToString(CultureInfo.InvariantCulture);
        log.Warn(shown + " is " + ValuePrinting.Print(new Value(fraction), RuleType.Percent) + "; write percents as fractions: 0.25 is 25%");
    }

    /// <summary>Says that a name is not a fact or member, with the name that may have been meant.</summary>
    public static void WarnUnknown(string name, IEnumerable<string> known, FactLog log)
    {
        var suggestion = log.TakesWarnings ? Spelling.Suggest(name, known) : null;
        log.Enter(Shorten(name));
        log.Warn("the ruleset does not know it" + (suggestion is null ? "" : "; did you mean `" + suggestion + "`?"));
        log.Leave();
    }

    public static string Quote(string text) => '"' + Shorten(text) + '"';

    public static string Shorten(string text) =>
        text.Length <= MaxShown ? text : text.Substring(0, char.IsHighSurrogate(text[MaxShown - 1]) ? MaxShown - 1 : MaxShown) + "...";

    /// <summary>Whether every surrogate has its other half; a text that is not Unicode cannot be hashed or written.</summary>
    public static bool IsUnicode(string text)
    {
#if NET8_0_OR_GREATER
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return true;
#endif
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }
        return true;
    }

    /// <summary>A date with its time of day, if it has one.</summary>
    public static string Show(DateTime date) =>
        date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    public static string Members(EnumType type) => "members are " + Names(type.Members);

    public static string Names(IEnumerable<string> names)
    {
        var shown = names.Take(MaxNamesShown + 1).ToArray();
        return shown.Length <= MaxNamesShown ? string.Join(", ", shown) : string.Join(", ", shown.Take(MaxNamesShown)) + ", ...";
    }

    private static string Expectation(RuleType type) => type.Kind switch
    {
        TypeKind.Number => "a number",
        TypeKind.Percent => "a percent; write it as a fraction: 0.25 is 25%",
        TypeKind.Money when type.Currency is not null => "an amount in " + type.Currency + "; write it as a number: 2.50",
        TypeKind.Money => "an amount of money; write it as a number: 2.50",
        TypeKind.Date => "a date; write it as 2026-10-16",
        TypeKind.Instant => "an instant; write it as 2026-10-16T06:00:00Z, with its offset",
        TypeKind.Duration => "a duration; write it as ISO 8601 does: P1D is a day, PT90M are 90 minutes",
        TypeKind.Boolean => "true or false",
        TypeKind.Text => "a text",
        TypeKind.Enum => "a member of " + type.Enum!.Name + "; " + Members(type.Enum),
        TypeKind.List => "a list",
        _ => "a record with " + Names(type.Record!.Fields.Select(field => field.Name)),
    };
}
