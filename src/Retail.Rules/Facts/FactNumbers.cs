using System.Globalization;
using System.Text;
using Retail.Rules.Values;

namespace Retail.Rules.Facts;

/// <summary>Reads written numbers exactly: one that a decimal would have to round is refused, not rounded.</summary>
internal static class FactNumbers
{
    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>At this many places parsing may have rounded.</summary>
    private const int MostPlaces = 28;

    /// <summary>From this high word on there may have been no room for another digit.</summary>
    private const uint NoRoom = uint.MaxValue / 20;

    /// <summary>Reads a number in JSON's or an invariant notation; false if no decimal holds it exactly.</summary>
    public static bool TryParse(string text, out decimal number) =>
        decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out number)
        && ((text.Length <= MostPlaces && IsSurelyExact(number)) || SignificantDigits(text) == SignificantDigits(number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Whether parsing cannot have rounded: there was room for more digits than the number has.</summary>
    public static bool IsSurelyExact(decimal number)
    {
        var parts = new DecimalParts(number);
        return parts.Scale < MostPlaces && parts.High < NoRoom && number != 0m;
    }

    /// <summary>Whether a text is meant as a number, be it one that no decimal holds.</summary>
    public static bool LooksLikeNumber(string text)
    {
        var at = text[0] is '-' or '+' ? 1 : 0;
        var whole = CountDigits(text, ref at);
        var places = 0;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            places = CountDigits(text, ref at);
        }
        if (whole + places == 0)
            return false;
        if (at == text.Length)
            return true;
        if (text[at] is not ('e' or 'E'))
            return false;
        at++;
        if (at < text.Length && text[at] is '-' or '+')
            at++;
        return CountDigits(text, ref at) > 0 && at == text.Length;
    }

    /// <summary>The digits without the zeros around them; where a decimal had to round, they differ.</summary>
    private static string SignificantDigits(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is 'e' or 'E')
                break;
            if (letter is >= '0' and <= '9')
                digits.Append(letter);
        }
        return digits.ToString().Trim('0');
    }

    private static int CountDigits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is >= '0' and <= '9')
            at++;
        return at - start;
    }
}
