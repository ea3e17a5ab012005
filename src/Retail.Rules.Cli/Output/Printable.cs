using System;
using System.Linq;

namespace Retail.Rules.Cli.Output;

/// <summary>Text from files on its way to a terminal: control characters, which could steer it, become blanks.</summary>
internal static class Printable
{
    public static string Of(string text) =>
        text.Any(char.IsControl) ? string.Create(text.Length, text, (result, from) =>
        {
            for (var i = 0; i < from.Length; i++)
                result[i] = char.IsControl(from[i]) ? ' ' : from[i];
        }) : text;
}
