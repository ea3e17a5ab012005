namespace Retail.Rules.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Done; for <c>run</c>, whatever the verdicts.</summary>
    public const int Fine = 0;

    /// <summary>Errors in rulesets, failed cases, or, for <c>diff</c>, rulesets that decide differently.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage, or input or facts that cannot be read.</summary>
    public const int BadInput = 2;

    /// <summary>Whoever read the output went away: 128 and the number of SIGPIPE, as of any other tool.</summary>
    public const int ClosedPipe = 141;
}
