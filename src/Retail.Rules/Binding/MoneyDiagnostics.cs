using Retail.Rules.Diagnostics;

namespace Retail.Rules.Binding;

/// <summary>What can be wrong with splits and currencies (RR0680 to RR0699).</summary>
internal static class MoneyDiagnostics
{
    public static readonly DiagnosticDescriptor SplitTotal = Error("RR0680", "Not something to split",
        "`{0}` is {1}, and only money and numbers are split", "{2}");

    public static readonly DiagnosticDescriptor SplitWeight = Error("RR0681", "Not something to split by",
        "`{0}` is {1}, which says no proportion", "split by a number, a percent, an amount or a duration; `by 1` gives equal shares");

    public static readonly DiagnosticDescriptor TwoCurrencies = Error("RR0682", "Two currencies",
        "{0} is expected here, and `{1}` is {2}", "{3}");

    public static readonly DiagnosticDescriptor NotACurrency = Error("RR0683", "Not a currency",
        "`{0}` is not a currency", "write three capitals as in ISO 4217, such as EUR");

    public static readonly DiagnosticDescriptor NotMoney = Error("RR0684", "Currency of what is not money",
        "{0} has no currency", "write `money in {1}`");

    public static readonly DiagnosticDescriptor SameCurrency = Error("RR0685", "Converted into its own currency",
        "`{0}` is in {1} already", "write `{0}`");

    public static readonly DiagnosticDescriptor RateNotPositive = Error("RR0686", "Rate that is not positive",
        "`{0}` is no rate: the units of {1} for one unit of the amount's currency", "give a number above 0");

    private static DiagnosticDescriptor Error(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Error, title, message, advice);
}
