using System;
using System.CommandLine;
using System.Linq;
using Retail.Rules.Batch;
using Retail.Rules.Cli.Facts;
using Retail.Rules.Cli.Loading;
using Retail.Rules.Cli.Output;

namespace Retail.Rules.Cli.Commands;

/// <summary><c>diff</c>: what two rulesets decide differently about the same facts.</summary>
internal static class DiffCommand
{
    public static Command Create(Terminal terminal)
    {
        var oldRules = new Argument<string>("OLD") { Description = "The ruleset that was, a .rules or .json file." };
        var newRules = new Argument<string>("NEW") { Description = "The ruleset that is to be." };
        var facts = CommonOptions.Facts();
        var input = CommonOptions.Input();
        var measure = new Option<string?>("--measure") { Description = "An output or input whose value is summed over the rows whose verdict flips.", HelpName = "NAME" };
        var asOf = CommonOptions.AsOf();
        var library = CommonOptions.Library();
        var threads = CommonOptions.Threads();
        var format = CommonOptions.Format("text for people, or JSON.", CommonOptions.Text, CommonOptions.Json);
        var command = new Command("diff", "Compares what two rulesets decide about the same facts. Exit code 0 if the same, 1 if not, 2 if facts cannot be used.")
        {
            oldRules, newRules, facts, input, measure, asOf, library, threads, format,
        };
        command.SetAction(parsed =>
        {
            var files = new LibraryFiles(parsed.GetValue(library)!);
            RuleSet[] both = [RuleSetLoader.Load(parsed.GetValue(oldRules)!, files, terminal), RuleSetLoader.Load(parsed.GetValue(newRules)!, files, terminal)];
            var date = new AsOf(parsed.GetValue(asOf), both[1], both.SelectMany(FactsReader.InputNames).Contains("asOf"), terminal);
            using var given = new FactsInput(parsed.GetValue(facts)!, parsed.GetValue(input), date, both, terminal);
            using var progress = new Progress(terminal, terminal.WatchesError, () => given.Share);
            var report = Compare(both[0], both[1], given, parsed.GetValue(measure), parsed.GetValue(threads), progress);
            progress.Dispose();
            date.WarnUpTo(report.Rows);
            Write(report, parsed.GetValue(format) == CommonOptions.Json, terminal);
            return report.Unusable > 0 ? ExitCode.BadInput : report.IsSame ? ExitCode.Fine : ExitCode.Findings;
        });
        return command;
    }

    private static DiffReport Compare(RuleSet before, RuleSet after, FactsInput given, string? measure, int threads, Progress progress)
    {
        var options = given.Options(threads);
        try
        {
            return RuleSetDiff.Compare(before, after, given.Facts, new DiffOptions
            {
                Measure = measure,
                Batch = new BatchOptions { Threads = options.Threads, RowsPerBlock = options.RowsPerBlock, Progress = progress },
            });
        }
        catch (ArgumentException problem) when (problem.ParamName == "measure")
        {
            throw new CommandFailure("--measure " + measure + ": neither ruleset has an output of that name, or an input that it reads, which is a number, percent or amount");
        }
        catch (Exception problem) when (FactsInput.IsOfInput(problem))
        {
            throw given.Failure(problem);
        }
        catch (OverflowException problem)
        {
            throw new CommandFailure("--measure " + measure + ": " + problem.Message);
        }
    }

    private static void Write(DiffReport report, bool isJson, Terminal terminal)
    {
        if (isJson)
            terminal.Out.WriteLine(JsonText.Of(report.WriteTo, isIndented: true));
        else
            DiffText.Write(report, terminal.Out, terminal.Width);
    }
}
