using Retail.Rules.Diagnostics;

namespace Retail.Rules.Facts;

/// <summary>What can be wrong with a C# type that is to give facts (RR05xx).</summary>
internal static class FactMapDiagnostics
{
    public static readonly DiagnosticDescriptor WrongType = Error("RR0501", "Property of the wrong type",
        "`{0}` is {1} and {2} is {3}", "{4}");

    public static readonly DiagnosticDescriptor NoProperty = Error("RR0502", "Required fact without a property",
        "`{0}` is required and {1} has no property for it", "{2}");

    public static readonly DiagnosticDescriptor SeveralProperties = Error("RR0503", "Several properties for one fact",
        "`{0}` is given by {1}", "keep one of them: mark the others `[FactName(\"...\")]` with another name");

    public static readonly DiagnosticDescriptor UnknownEnumMember = Error("RR0504", "C# enum with other members",
        "`{0}` is a {1}, which does not have {2}", "{3}");

    public static readonly DiagnosticDescriptor ProbablyMisspelt = new("RR0505", DiagnosticSeverity.Warning, "Property probably misspelt",
        "{1} has no property for `{0}`, so it is never known", "did you mean `{2}`? mark it `[FactName(\"{3}\")]`");

    public static readonly DiagnosticDescriptor NotAnObject = Error("RR0506", "Not a type with properties",
        "facts cannot be read from {0}", "{1}");

    private static DiagnosticDescriptor Error(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Error, title, message, advice);
}
