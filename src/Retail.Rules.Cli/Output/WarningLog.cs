using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace Retail.Rules.Cli.Output;

/// <summary>
/// Passes on what decisions warn of, each name once however many facts have it: <c>funding[3].rate</c> counts as <c>funding[].rate</c>.
/// Not thread-safe.
/// </summary>
internal sealed partial class WarningLog(Terminal terminal)
{
    private const int MaxNames = 100;

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public void Add(Decision decision) => Add(decision.Warnings);

    public void Add(IReadOnlyList<DecisionProblem> warnings)
    {
        foreach (var warning in warnings)
        {
            if (seen.Count > MaxNames || !seen.Add(Position().Replace(warning.Path, "[]")))
                continue;
            terminal.Error.WriteLine(seen.Count > MaxNames
                ? "warning: there are more warnings; the rest is in the decisions only"
                : "warning: " + Printable.Of(warning.Path + ": " + warning.Message));
        }
    }

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex Position();
}
