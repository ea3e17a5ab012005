using Retail.Rules.Diagnostics;

namespace Retail.Rules.Analysis;

/// <summary>What a host does not allow a ruleset to cost (RR0690 to RR0699).</summary>
internal static class CostDiagnostics
{
    public static readonly DiagnosticDescriptor TooCostly = new("RR0690", DiagnosticSeverity.Error, "Too costly",
        "in the worst case one decision of `{0}` takes {1}, more than the {2} that the host allows",
        "most of it is {3}, {4}: go through fewer lists inside of lists; or have the host allow longer decisions (`MaxCost`) or shorter lists (`ListItems`)");
}
