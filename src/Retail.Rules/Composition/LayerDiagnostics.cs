using Retail.Rules.Diagnostics;

namespace Retail.Rules.Composition;

/// <summary>What a layer may not do (RR0620 to RR0639).</summary>
internal static class LayerDiagnostics
{
    public static readonly DiagnosticDescriptor NotUnderLayer = Error("RR0620", "Layer over something else",
        "`{0}` is {1}, and a layer lies over a ruleset or another layer", "name the ruleset");

    public static readonly DiagnosticDescriptor NothingToSet = Error("RR0621", "Nothing to set",
        "there is no {0} `{1}` below this layer", "{2}");

    public static readonly DiagnosticDescriptor SetTwice = Error("RR0622", "Set twice",
        "{0} is already set on line {1}", "delete one of them");

    public static readonly DiagnosticDescriptor Loosens = Error("RR0623", "Layer loosens a param",
        "`{0}` goes from {1} on line {2} to {3}, which {4}, and {5}", "{6}");

    public static readonly DiagnosticDescriptor NoSuchRow = Error("RR0624", "No such row",
        "table `{0}` on line {1} has no row with these cells", "copy the cells of one of its rows: a layer changes values, and no conditions");

    public static readonly DiagnosticDescriptor OtherColumns = Error("RR0625", "Other columns",
        "these are not the columns of table `{0}` on line {1}", "write its heading: `{2}`");

    public static readonly DiagnosticDescriptor LoosensRow = Error("RR0626", "Layer changes a row",
        "this changes {0} of the row on line {1}, and {2}", "{3}");

    public static readonly DiagnosticDescriptor StopsTooMildly = Error("RR0627", "Stop rule of a layer too mild",
        "stop rule `{0}` could end the decision before the rules below this layer are heard", "let every clause of it reject, or make it an ordinary rule");

    public static readonly DiagnosticDescriptor ChangesMeaning = Error("RR0628", "Name means something else below",
        "`{0}` would change what {1} says on line {2}, where the name is used already", "choose another name");

    public static readonly DiagnosticDescriptor NoDirection = Error("RR0629", "Neither lower nor higher",
        "`{0}` is {1}, which is neither lower nor higher", "leave out `tighter if`: then only who may override the param may set it");

    private static DiagnosticDescriptor Error(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Error, title, message, advice);
}
