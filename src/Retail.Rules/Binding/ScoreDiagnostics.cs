using Retail.Rules.Diagnostics;

namespace Retail.Rules.Binding;

/// <summary>What can be wrong with scores and with what rules make of them (RR0670 to RR0679).</summary>
internal static class ScoreDiagnostics
{
    public static readonly DiagnosticDescriptor NoOrder = Error("RR0670", "Score without an order",
        "score `{0}` is {1}, of which nobody can say whether it is higher or lower", "make it a number, a percent, an `ordered enum`, or true or false");

    public static readonly DiagnosticDescriptor ReadBesideScore = Warning("RR0671", "Model value read beside its score",
        "`{0}` is read here whether it counts or not", "read `{1}`, which is known only while its condition holds");

    public static readonly DiagnosticDescriptor Loosens = Error("RR0672", "Score that loosens",
        "with the score, this condition holds less often: {0}", "a score may make a rule fire more often, never less: lower the limit by it, or add `or` and a condition on it");

    public static readonly DiagnosticDescriptor LighterFirst = Error("RR0673", "Lighter clause on a score before a heavier one",
        "this clause is on a score and keeps the heavier one on line {0} from being asked: {1}", "put the heavier clause first, or give the score a rule of its own");

    public static readonly DiagnosticDescriptor MayLoosen = Warning("RR0674", "Score that may loosen",
        "nothing shows that the score never makes {0} lighter: {1}", "write it so that the score only adds: a limit minus a value that is at least 0, or `or` and a condition on the score");

    public static readonly DiagnosticDescriptor StopsLighter = Error("RR0675", "Stop rule on a score",
        "stop {0} ends the decision on a score, before heavier rules are judged: {1}", "only `reject` may stop on a score; make it an ordinary rule");

    private static DiagnosticDescriptor Error(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Error, title, message, advice);

    private static DiagnosticDescriptor Warning(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Warning, title, message, advice);
}
