using System.Text;

namespace Retail.Rules.Dsl.Lexing;

/// <summary>Resolves and writes the escapes of a text: <c>\" \\ \n</c>, and <c>\r</c> so that every text can be written.</summary>
internal static class TextEscapes
{
    /// <summary>The value of a text token that stands between two offsets.</summary>
    /// <param name="content">The text that it stands in.</param>
    /// <param name="start">Where its quote is.</param>
    /// <param name="end">Just after its last character.</param>
    /// <param name="texts">Texts that are repeated, this one among them; null if it is hardly written twice.</param>
    public static string Unquote(string content, int start, int end, TextTable? texts = null)
    {
        var length = end - start - 2;
        if (length < 0 || content[start] != '"' || content[end - 1] != '"' || content.IndexOf('\\', start, end - start) >= 0)
            return Unquote(content.Substring(start, end - start));
        return texts is null ? content.Substring(start + 1, length) : texts.Get(content, start + 1, length);
    }

    /// <summary>The value of a text token, quotes and all; one that is not closed counts to its end.</summary>
    public static string Unquote(string token)
    {
        var isClosed = token[0] == '"' ? EndsWithQuote(token, 1) : token.Length > 1;
        return Resolve(token.Substring(1, token.Length - (isClosed ? 2 : 1)), false);
    }

    /// <summary>The characters that a stretch between the holes of a template stands for: there, two braces are one.</summary>
    public static string ResolveTemplate(string written) => Resolve(written, true);

    /// <summary>Whether the last character is a quote that closes: an even number of backslashes stands before it.</summary>
    public static bool EndsWithQuote(string written, int start)
    {
        var last = written.Length - 1;
        if (last < start || written[last] != '"')
            return false;
        var backslashes = 0;
        while (last - 1 - backslashes >= start && written[last - 1 - backslashes] == '\\')
            backslashes++;
        return backslashes % 2 == 0;
    }

    private static string Resolve(string written, bool isTemplate)
    {
        if (written.IndexOf('\\') < 0 && !(isTemplate && written.IndexOf('{') >= 0))
            return written;
        var value = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            var character = written[i];
            if (character == '\\' && i + 1 < written.Length)
                value.Append(Escaped(written[++i]));
            else
                value.Append(character);
            if (isTemplate && character == '{' && i + 1 < written.Length && written[i + 1] == '{')
                i++;
        }
        return value.ToString();
    }

    private static char Escaped(char character) => character switch
    {
        'n' => '\n',
        'r' => '\r',
        _ => character,
    };

    public static string Escape(string value) =>
        value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\r", "\\r");

    public static string Quote(string value) => "\"" + Escape(value) + "\"";
}
