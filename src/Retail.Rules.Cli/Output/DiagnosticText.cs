using System;
using System.Globalization;
using System.IO;
using Retail.Rules.Diagnostics;

namespace Retail.Rules.Cli.Output;

/// <summary>A diagnostic for people: the line that editors and build servers recognise, then the text it is about, underlined.</summary>
internal static class DiagnosticText
{
    private const int MaxShown = 120;

    public static void Write(Diagnostic diagnostic, TextWriter output)
    {
        output.WriteLine(Printable.Of(diagnostic.ToString()));
        var start = diagnostic.Source.GetPosition(diagnostic.Span.Start);
        var end = diagnostic.Source.GetPosition(diagnostic.Span.End);
        var line = diagnostic.Source.GetLine(start.Line);
        var from = Math.Min(start.Column - 1, line.Length);
        var to = Math.Max(from + 1, Math.Min(end.Line == start.Line ? end.Column - 1 : line.Length, line.Length));
        // Of an endless line, such as JSON without breaks, only the surroundings are shown.
        var skipped = Math.Max(0, from - (MaxShown / 2));
        var shown = line.Substring(skipped, Math.Min(MaxShown, line.Length - skipped));
        var number = start.Line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        output.WriteLine(number + " | " + (skipped > 0 ? "..." : "") + OneBlankPerTab(shown));
        output.WriteLine("      | " + new string(' ', from - skipped + (skipped > 0 ? 3 : 0)) + new string('^', Math.Min(to - from, Math.Max(1, shown.Length - (from - skipped)))));
    }

    /// <summary>A tab is one character of a column, so it takes one column here.</summary>
    private static string OneBlankPerTab(string line) => Printable.Of(line);
}
