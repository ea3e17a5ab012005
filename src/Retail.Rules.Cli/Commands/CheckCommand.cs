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
        var format = CommonOptions.Format("text for people, a JSON array, or SARIF 2.1.0 for code scanning.", CommonOptions.Text, CommonOptions.Json, Sarif);
        var library = CommonOptions.Library();
        var command = new Command("check", "Checks rulesets, layers, parts and vocabularies. Exit code 1 if there are errors; warnings alone are fine.") { paths, library, format };
        command.SetAction(parsed => Check(RuleSetFiles.RuleSets(parsed.GetValue(paths)!), new LibraryFiles(parsed.GetValue(library)!), parsed.GetValue(format)!, terminal));
        return command;
    }

    private static int Check(IReadOnlyList<string> files, LibraryFiles library, string format, Terminal terminal)
    {
        var documents = files.Select(path => (Path: path, Read: RuleSetLoader.Read(path))).ToArray();
        // What several documents use is checked with each of them and told once.
        var diagnostics = documents.SelectMany(document => RuleSetLoader.Check(document.Path, document.Read, library))
            .DistinctBy(found => (found.Source.Path, found.Span, found.Code, found.Message)).ToArray();
        var noun = documents.Any(document => document.Read.Definition?.Kind is DocumentKind.Vocabulary or DocumentKind.Part) ? "document" : "ruleset";
        switch (format)
        {
            case CommonOptions.Json:
                terminal.Out.WriteLine(DiagnosticJson.ToText(diagnostics));
                break;
            case Sarif:
                terminal.Out.WriteLine(SarifWriter.ToText(diagnostics));
                break;
            default:
                foreach (var diagnostic in diagnostics)
                    DiagnosticText.Write(diagnostic, terminal.Out);
                terminal.Out.WriteLine(Count(files.Count, noun) + ": " + Count(diagnostics, DiagnosticSeverity.Error, "error") + ", " + Count(diagnostics, DiagnosticSeverity.Warning, "warning"));
                break;
        }
        return diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error) ? ExitCode.Findings : ExitCode.Fine;
    }

    private static string Count(IEnumerable<Diagnostic> diagnostics, DiagnosticSeverity severity, string noun) =>
        Count(diagnostics.Count(found => found.Severity == severity), noun);

    private static string Count(int count, string noun) => count.ToString(CultureInfo.InvariantCulture) + " " + noun + (count == 1 ? "" : "s");
}
