using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using Retail.Rules.Cli.Loading;
using Retail.Rules.Cli.Output;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;

namespace Retail.Rules.Cli.Commands;

/// <summary><c>check</c>: says everything that is wrong with rulesets.</summary>
internal static class CheckCommand
{
    private const string Sarif = "sarif";

    public static Command Create(Terminal terminal)
    {
        var paths = CommonOptions.Paths();
        var format = CommonOptions.Format("text for people, JSON, or SARIF 2.1.0 for code scanning.", CommonOptions.Text, CommonOptions.Json, Sarif);
        var library = CommonOptions.Library();
        var cost = new Option<bool>("--cost") { Description = "Tells how many steps a decision of each ruleset takes at most, and what costs most." };
        var items = new Option<string[]>("--items")
        {
            Description = "For --cost: how many items a list among the facts has at most: receipts=500. May be repeated; other lists count as 100 items long.",
            HelpName = "list=number",
            DefaultValueFactory = _ => [],
        };
        var command = new Command("check", "Checks rulesets, layers, parts and vocabularies. Exit code 1 if there are errors; warnings alone are fine.") { paths, library, format, cost, items };
        command.SetAction(parsed => Check(
            RuleSetFiles.RuleSets(parsed.GetValue(paths)!), new LibraryFiles(parsed.GetValue(library)!), parsed.GetValue(format)!,
            parsed.GetValue(cost) ? ListItems.Parse(parsed.GetValue(items)!) : null, terminal));
        return command;
    }

    private static int Check(IReadOnlyList<string> files, LibraryFiles library, string format, IReadOnlyDictionary<string, int>? items, Terminal terminal)
    {
        if (items is not null && format == Sarif)
            throw new CommandFailure("--cost: SARIF holds findings only; take --format json");
        var documents = files.Select(path => (Path: path, Read: RuleSetLoader.Read(path))).ToArray();
        // What several documents use is checked with each of them and told once.
        var diagnostics = documents.SelectMany(document => RuleSetLoader.Check(document.Path, document.Read, library))
            .DistinctBy(found => (found.Source.Path, found.Span, found.Code, found.Message)).ToArray();
        var noun = documents.Any(document => document.Read.Definition?.Kind is DocumentKind.Vocabulary or DocumentKind.Part) ? "document" : "ruleset";
        CostReport[]? costs = items is null ? null : [.. documents.SelectMany(document => CostOf(document.Path, document.Read, library, items))];
        if (costs is not null && CostReport.WhyMistaken(items!, costs) is { } mistake)
            throw new CommandFailure(mistake);
        switch (format)
        {
            case CommonOptions.Json:
                terminal.Out.WriteLine(costs is null ? DiagnosticJson.ToText(diagnostics) : CostJson.ToText(diagnostics, costs));
                break;
            case Sarif:
                terminal.Out.WriteLine(SarifWriter.ToText(diagnostics));
                break;
            default:
                foreach (var diagnostic in diagnostics)
                    DiagnosticText.Write(diagnostic, terminal.Out);
                foreach (var cost in costs ?? [])
                    CostText.Write(cost, terminal.Out);
                terminal.Out.WriteLine(Count(files.Count, noun) + ": " + Count(diagnostics, DiagnosticSeverity.Error, "error") + ", " + Count(diagnostics, DiagnosticSeverity.Warning, "warning"));
                break;
        }
        return diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error) ? ExitCode.Findings : ExitCode.Fine;
    }

    /// <summary>What a document costs, if it judges and has no errors.</summary>
    private static IEnumerable<CostReport> CostOf(string path, DefinitionResult read, LibraryFiles library, IReadOnlyDictionary<string, int> items) =>
        read.Definition?.Kind is DocumentKind.RuleSet or DocumentKind.Layer && RuleSetLoader.Compile(path, read, ExecutionTier.Interpreted, library).RuleSet is { } ruleSet
            ? [new CostReport(path, ruleSet.Name, ruleSet.Cost, items)]
            : [];

    private static string Count(IEnumerable<Diagnostic> diagnostics, DiagnosticSeverity severity, string noun) =>
        Count(diagnostics.Count(found => found.Severity == severity), noun);

    private static string Count(int count, string noun) => count.ToString(CultureInfo.InvariantCulture) + " " + noun + (count == 1 ? "" : "s");
}
