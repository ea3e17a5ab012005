using System;
using System.CommandLine;
using System.Linq;
using Retail.Rules.Batch;
using Retail.Rules.Cli.Facts;
using Retail.Rules.Cli.Loading;
using Retail.Rules.Cli.Output;

namespace Retail.Rules.Cli.Commands;

/// <summary><c>run</c>: judges facts.</summary>
internal static class RunCommand
{
    private const string Tiered = "tiered";
    private const string Interpreted = "interpreted";
    private const string Compiled = "compiled";

    public static Command Create(Terminal terminal)
    {
        var ruleSet = CommonOptions.RuleSet();
        var facts = CommonOptions.Facts();
        var input = CommonOptions.Input();
        var set = CommonOptions.Set();
        var asOf = CommonOptions.AsOf();
        var library = CommonOptions.Library();
        var threads = CommonOptions.Threads();
        var format = CommonOptions.Format("text for people; json or jsonl, one decision a line; csv or parquet, one row a decision.",
            CommonOptions.Text, CommonOptions.Json, DecisionOutput.JsonLines, DecisionOutput.Csv, DecisionOutput.Parquet);
        var output = new Option<string?>("--output") { Description = "Where to write; standard output unless given.", HelpName = "FILE" };
        var tier = new Option<string>("--tier") { Description = "How the rules run; the decisions are the same.", HelpName = "tiered|interpreted|compiled", DefaultValueFactory = _ => Tiered };
        tier.AcceptOnlyFromAmong(Tiered, Interpreted, Compiled);
        var command = new Command("run", "Judges facts: verdict, who must sign, every reason with its numbers, outputs.") { ruleSet, facts, input, set, asOf, library, tier, threads, format, output };
        command.SetAction(parsed =>
        {
            var parameters = ParameterSettings.Parse(parsed.GetValue(set)!, terminal);
            var loaded = RuleSetLoader.Load(parsed.GetValue(ruleSet)!, new LibraryFiles(parsed.GetValue(library)!), terminal, parameters, TierOf(parsed.GetValue(tier)!));
            var date = new AsOf(parsed.GetValue(asOf), loaded, FactsReader.InputNames(loaded).Contains("asOf"), terminal);
            using var given = new FactsInput(parsed.GetValue(facts)!, parsed.GetValue(input), date, [loaded], terminal);
            var options = given.Options(parsed.GetValue(threads));
            using var decisions = DecisionOutput.Create(parsed.GetValue(format)!, parsed.GetValue(output), loaded, terminal);
            using var progress = new Progress(terminal, terminal.ShowsProgress || (terminal.WatchesError && parsed.GetValue(output) is not null), () => given.Share);
            return Run(loaded, given, options, date, decisions, progress, terminal);
        });
        return command;
    }

    private static ExecutionTier TierOf(string option) => option switch
    {
        Interpreted => ExecutionTier.Interpreted,
        Compiled => ExecutionTier.Compiled,
        _ => ExecutionTier.Tiered,
    };

    private static int Run(RuleSet ruleSet, FactsInput given, BatchOptions options, AsOf date, DecisionOutput decisions, Progress progress, Terminal terminal)
    {
        var warnings = new WarningLog(terminal);
        warnings.Add(given.Facts.Check(ruleSet));
        var hasFactErrors = false;
        try
        {
            foreach (var row in ruleSet.Judge(given.Facts, decisions.Tell, options))
            {
                date.WarnUpTo(row.Row);
                warnings.Add(row.Warnings);
                hasFactErrors |= row.HasFactErrors;
                decisions.Write(row);
                progress.Step();
            }
        }
        catch (Exception problem) when (FactsInput.IsOfInput(problem))
        {
            throw given.Failure(problem);
        }
        progress.Dispose();
        decisions.End();
        return hasFactErrors ? ExitCode.BadInput : ExitCode.Fine;
    }
}
