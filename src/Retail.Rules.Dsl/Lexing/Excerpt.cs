using System.Text;

namespace Retail.Rules.Dsl.Lexing;

/// <summary>Characters of a text as a message shows them: short, and printable.</summary>
internal static class Excerpt
{
    private const int Longest = 40;

    public static string Of(string text)
    {
        var shown = new StringBuilder();
        foreach (var character in text)
        {
            if (shown.Length >= Longest)
                return shown.Append("...").ToString();
            if (char.IsControl(character) || char.IsSurrogate(character))
                shown.Append("\\u").Append(((int)character).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
            else
                shown.Append(character);
        }
        return shown.ToString();
    }
}
