using System.IO;
using Retail.Rules.Cli.Output;

namespace Retail.Rules.Cli.Testing;

/// <summary>A failed case for people: where it stands, and each member with what was expected and what came.</summary>
internal static class FailureText
{
    public static void Write(string path, CaseOutcome outcome, TextWriter output)
    {
        var title = outcome.Case.Title is null ? "" : ": " + outcome.Case.Title;
        output.WriteLine(Printable.Of("failed  " + path + ": " + outcome.Case.Id + title));
        foreach (var failure in outcome.Failures)
        {
            output.WriteLine("  " + Printable.Of(failure.What) + (failure.Tier is { } tier ? " (" + tier.ToString().ToLowerInvariant() + ")" : ""));
            if (failure.Expected is null)
                continue;
            output.WriteLine("    expected  " + Printable.Of(failure.Expected));
            output.WriteLine("    got       " + Printable.Of(failure.Got!));
        }
    }
}
