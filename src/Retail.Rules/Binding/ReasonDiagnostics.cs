using Retail.Rules.Diagnostics;

namespace Retail.Rules.Binding;

/// <summary>What can be wrong with the codes, times and escalations of rules (RR0660 to RR0669).</summary>
internal static class ReasonDiagnostics
{
    public static readonly DiagnosticDescriptor TimeTooShort = Error("RR0660", "No time to answer",
        "`within {0}` leaves less than a minute", "write at least `within 1 minute`");

    public static readonly DiagnosticDescriptor EscalatesWithoutTime = Warning("RR0661", "Escalation without a time",
        "this referral goes to {0} when its time is over, and it has none", "write `within 4 hours`, or whatever they have, before `escalate to`");

    public static readonly DiagnosticDescriptor EscalatesToSameRole = Warning("RR0662", "Escalation to who was asked",
        "`{0}` is asked already, so that the referral goes nowhere", "escalate to a role above it");

    private static DiagnosticDescriptor Error(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Error, title, message, advice);

    private static DiagnosticDescriptor Warning(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Warning, title, message, advice);
}
