using Retail.Rules.Diagnostics;

namespace Retail.Rules.Comparison;

/// <summary>What can be wrong with a suite beyond what can be wrong with any JSON form (RR04xx). The JSON path leads.</summary>
internal static class SuiteDiagnostics
{
    public static readonly DiagnosticDescriptor DuplicateCase = Error("RR0430", "Case id used twice",
        "{0}: `{1}` is already the id of the case on line {2}", "give one of them another id: results name a case by its id");

    private static DiagnosticDescriptor Error(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Error, title, message, advice);
}
