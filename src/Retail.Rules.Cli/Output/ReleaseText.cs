using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Retail.Rules.Release;

namespace Retail.Rules.Cli.Output;

/// <summary>A release decision for people: reasons stage by stage, verdicts by region, the plan, and what it waits for.</summary>
internal static class ReleaseText
{
    public static void Write(ReleaseDecision decision, ReleaseGate gate, Terminal terminal)
    {
        var output = terminal.Out;
        foreach (var stage in decision.Stages.Where(HasSomethingToSay))
        {
            DecisionText.Write(stage.Decision, stage.Region is null ? stage.Stage : stage.Stage + ", " + stage.Region, output, withOutputs: false);
            output.WriteLine();
        }
        Write("Verdicts (approve*: with conditions)", Verdicts(decision, gate).Lines(terminal.Width), output);
        Write("Plan, in UTC", Plan(decision).Lines(terminal.Width), output);
        Write("Waits for", decision.WaitsFor.Count == 0 ? [] : OpenPoints(decision).Lines(), output);
        output.WriteLine(Printable.Of(decision.Promotion) + ": " + decision.Verdict.ToName());
    }

    private static bool HasSomethingToSay(StageDecision stage) =>
        stage.Decision.Reasons.Count > 0 || stage.Decision.Missing.Count > 0 || stage.Decision.Problems.Count > 0;

    private static void Write(string title, IEnumerable<string> lines, TextWriter output)
    {
        var any = false;
        foreach (var line in lines)
        {
            if (!any && title.Length > 0)
                output.WriteLine(title);
            any = true;
            output.WriteLine(line);
        }
        if (any)
            output.WriteLine();
    }

    /// <summary>Stages down, regions across; a stage for the promotion as a whole says the same of every region.</summary>
    private static TextTable Verdicts(ReleaseDecision decision, ReleaseGate gate)
    {
        var table = new TextTable(["", .. decision.Regions.Select(region => Printable.Of(region.Region))]);
        foreach (var stage in gate.Stages)
        {
            var found = decision.Stages.Where(other => other.Stage == stage.Name).ToArray();
            table.Add([stage.Name, .. decision.Regions.Select(region => Short(found.First(other => other.Region is null || other.Region == region.Region).Decision.Verdict))]);
        }
        table.Add(["all", .. decision.Regions.Select(region => Short(region.Verdict))]);
        return table;
    }

    /// <summary>The longest word would push regions off the screen.</summary>
    private static string Short(Verdict? verdict) => verdict is not { } known ? "" : known == Verdict.ApproveWithConditions ? "approve*" : known.ToName();

    private static TextTable Plan(ReleaseDecision decision)
    {
        var table = new TextTable("region", "channel", "wave", "start", "end", "units", "each", "status");
        foreach (var row in decision.Plan)
        {
            table.Add(
                Printable.Of(row.Region), Printable.Of(row.Channel), Printable.Of(row.Wave), Instant(row.Start), Instant(row.End),
                Number(row.Units), Number(row.PerCustomer), row.Status.ToString().ToLowerInvariant());
        }
        return table;
    }

    private static TextTable OpenPoints(ReleaseDecision decision)
    {
        var table = new TextTable("what", "region", "stage", "rules", "");
        foreach (var point in decision.WaitsFor)
            table.Add(point.Kind.ToString().ToLowerInvariant(), point.Region is null ? "all" : Printable.Of(point.Region), point.Stage, string.Join(" ", point.Rules), Printable.Of(point.Name));
        return table;
    }

    private static string Instant(System.DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Number(decimal? number) => number is { } known ? known.ToString(CultureInfo.InvariantCulture) : "-";
}
