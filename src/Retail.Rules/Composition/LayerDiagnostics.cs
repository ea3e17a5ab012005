using Retail.Rules.Diagnostics;

namespace Retail.Rules.Composition;

/// <summary>What a layer may not do (RR0620 to RR0639).</summary>
internal static class LayerDiagnostics
{
    public static readonly DiagnosticDescriptor NotUnderLayer = Error("RR0620", "Layer over something else",
        "`{0}` is {1}, and a layer lies over a ruleset or another layer", "name the ruleset");

    private static DiagnosticDescriptor Error(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Error, title, message, advice);
}
