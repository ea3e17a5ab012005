using Retail.Rules.Diagnostics;

namespace Retail.Rules.Composition;

/// <summary>What can be wrong with documents that use each other (RR0600 to RR0619).</summary>
internal static class CompositionDiagnostics
{
    public static readonly DiagnosticDescriptor NotAtHand = Error("RR0600", "Document not at hand",
        "`{0}` is not at hand: {1}", "{2}");

    public static readonly DiagnosticDescriptor NotUsable = Error("RR0601", "Cannot be used",
        "`{0}` is {1}, which {2} cannot use", "{3}");

    public static readonly DiagnosticDescriptor PartOfAnother = Error("RR0602", "Part of another ruleset",
        "part `{0}` is a piece of `{1}`, not of `{2}`", "put what both need into a vocabulary");

    public static readonly DiagnosticDescriptor Cycle = Error("RR0603", "Documents in a circle",
        "`{0}` needs itself: {1}", "break the circle: put what they share into a vocabulary of its own");

    public static readonly DiagnosticDescriptor ForgottenPart = Error("RR0604", "Part that is not in force",
        "part `{0}` is a piece of `{1}`, which does not use it, so that nothing of it is in force", "write `use {0}` below the header of `{1}`, or delete the part");

    public static readonly DiagnosticDescriptor Unneeded = Warning("RR0605", "Nothing of it is needed",
        "nothing of `{0}` is needed here", "delete the `use`");

    public static readonly DiagnosticDescriptor OutOfPlace = Error("RR0606", "Does not belong here",
        "{0} does not belong in {1}", "{2}");

    public static readonly DiagnosticDescriptor UsedTwice = Error("RR0607", "Used twice",
        "`{0}` is already used on line {1}", "delete one of them");

    public static readonly DiagnosticDescriptor OtherName = Error("RR0608", "Another name",
        "the document found as `{0}` calls itself `{1}`", "give the file the name of its document, or use `{1}`");

    public static readonly DiagnosticDescriptor JudgesNothing = Error("RR0609", "Not a ruleset",
        "`{0}` is {1}, which judges nothing by itself", "{2}");

    private static DiagnosticDescriptor Error(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Error, title, message, advice);

    private static DiagnosticDescriptor Warning(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Warning, title, message, advice);
}
