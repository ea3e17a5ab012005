using System;
using System.Globalization;
using Retail.Rules.Model;

namespace Retail.Rules.Dsl.Lexing;

/// <summary>The values that written numbers and dates stand for.</summary>
internal static class LiteralValues
{
    private const int SafeDigits = 28;

    private static readonly string[] InstantForms =
    [
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>A number with its scale; false if digits would be lost.</summary>
    public static bool TryNumber(string written, out decimal value)
    {
        value = 0;
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] == '_' && !(i > 0 && i + 1 < written.Length && Characters.IsDigit(written[i - 1]) && Characters.IsDigit(written[i + 1])))
                return false;
        }
        var digits = written.Replace("_", "");
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
            return false;
        if (digits.Length <= SafeDigits)
            return true;
        var significant = digits.TrimStart('0');
        if (significant.Length == 0 || significant[0] == '.')
            significant = "0" + significant;
        return value.ToString(CultureInfo.InvariantCulture) == significant;
    }

    public static bool HasTooManyDigits(string written) => written.Replace("_", "").Replace(".", "").Length > SafeDigits;

    public static bool TryDate(string written, out DateTime value) =>
        DateTime.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    public static bool TryInstant(string written, out DateTimeOffset value)
    {
        value = default;
        var last = written[written.Length - 1];
        var hasZone = last == 'Z' || (written.Length > 6 && written[written.Length - 6] is '+' or '-' && written[written.Length - 3] == ':');
        return hasZone && DateTimeOffset.TryParseExact(written, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }
}

/// <summary>The codes after a number that make it money.</summary>
internal static class CurrencyCodes
{
    /// <summary>Whether a word is three capitals, as in ISO 4217.</summary>
    public static bool Is(string word) => word.Length == 3 && IsCapital(word[0]) && IsCapital(word[1]) && IsCapital(word[2]);

    private static bool IsCapital(char letter) => letter is >= 'A' and <= 'Z';
}

/// <summary>The words after a number that make it a duration.</summary>
internal static class UnitWords
{
    public static bool TryParse(string word, out TimeUnit unit)
    {
        switch (word)
        {
            case "day" or "days":
                unit = TimeUnit.Day;
                return true;
            case "hour" or "hours":
                unit = TimeUnit.Hour;
                return true;
            case "minute" or "minutes":
                unit = TimeUnit.Minute;
                return true;
            default:
                unit = default;
                return false;
        }
    }

    public static string Of(TimeUnit unit, decimal value)
    {
        var word = unit switch
        {
            TimeUnit.Day => "day",
            TimeUnit.Hour => "hour",
            _ => "minute",
        };
        return value == 1 ? word : word + "s";
    }
}
