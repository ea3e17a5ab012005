using Retail.Rules.Diagnostics;

namespace Retail.Rules.Binding;

/// <summary>What can be wrong with splits and currencies (RR0680 to RR0699).</summary>
internal static class MoneyDiagnostics
{
    public static readonly DiagnosticDescriptor SplitTotal = Error("RR0680", "Not something to split",
        "`{0}` is {1}, and only money and numbers are split", "{2}");

    public static readonly DiagnosticDescriptor SplitWeight = Error("RR0681", "Not something to split by",
        "`{0}` is {1}, which says no proportion", "split by a number, a percent, an amount or a duration; `by 1` gives equal shares");

    private static DiagnosticDescriptor Error(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Error, title, message, advice);
}
