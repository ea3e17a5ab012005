using Retail.Rules.Diagnostics;

namespace Retail.Rules.Binding;

/// <summary>What can be wrong with facts that an approval is of (RR0650 to RR0659).</summary>
internal static class ApprovalDiagnostics
{
    public static readonly DiagnosticDescriptor NothingCritical = new("RR0650", DiagnosticSeverity.Error, "changed without a critical input",
        "`changed` compares critical inputs with what was approved, and no input is critical", "mark what an approval is of: `input price : money critical`");

    public static readonly DiagnosticDescriptor ChangeNotRead = new("RR0651", DiagnosticSeverity.Warning, "Change that nobody notices",
        "`{0}` is critical, and nothing reads `changed`", "add a rule that does: `when changed is not empty then re-approve`");
}
