using Retail.Rules.Diagnostics;

namespace Retail.Rules.Binding;

/// <summary>What can be wrong with the days on which something is in force (RR0640 to RR0649). Empty windows are RR0124, like the ruleset's own.</summary>
internal static class WindowDiagnostics
{
    public static readonly DiagnosticDescriptor NoDay = Error("RR0640", "Window without a day to ask",
        "`effective` needs the day that a decision is about, and there is no input `asOf`", "declare it: `input asOf : date`");

    public static readonly DiagnosticDescriptor DayUnfit = Error("RR0641", "asOf may not give a day",
        "what is in force is picked by `asOf`, which {0}", "declare it `input asOf : date`, without `?`, default or condition, so that a missing day is asked for");

    public static readonly DiagnosticDescriptor Overlap = Error("RR0642", "Windows overlap",
        "`{0}` is declared twice for {1}: here and on line {2}", "let one window end with `until` on the day on which the other begins");

    public static readonly DiagnosticDescriptor Gap = Warning("RR0643", "Gap between windows",
        "nothing declares `{0}` from {1} to before {2}", "begin this window on {1}, or end the one on line {3} on {2}; in the gap it cannot be read");

    public static readonly DiagnosticDescriptor OtherShape = Error("RR0644", "Windows that do not match",
        "{0} of `{1}` differs from that on line {2}", "windows change values and rows; everything else stays as it is, or gets another name");

    public static readonly DiagnosticDescriptor DatedOtherwise = Error("RR0645", "otherwise row with a window",
        "the `otherwise` row of table `{0}` has a window", "it holds whatever the day; give the window to a row of `-` cells, or to the table");

    private static DiagnosticDescriptor Error(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Error, title, message, advice);

    private static DiagnosticDescriptor Warning(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Warning, title, message, advice);
}
