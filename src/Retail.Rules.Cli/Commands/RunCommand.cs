using System;
using System.CommandLine;
using System.Linq;
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
        var set = CommonOptions.Set();
        var asOf = CommonOptions.AsOf();
        var library = CommonOptions.Library();
        var format = CommonOptions.Format("text for people, or JSON, one decision a line.", CommonOptions.Text, CommonOptions.Json);
        var tier = new Option<string>("--tier") { Description = "How the rules run; the decisions are the same.", HelpName = "tiered|interpreted|compiled", DefaultValueFactory = _ => Tiered };
        tier.AcceptOnlyFromAmong(Tiered, Interpreted, Compiled);
        var command = new Command("run", "Judges facts: verdict, who must sign, every reason with its numbers, outputs.") { ruleSet, facts, set, asOf, library, tier, format };
        command.SetAction(parsed =>
        {
            var parameters = ParameterSettings.Parse(parsed.GetValue(set)!, terminal);
            var loaded = RuleSetLoader.Load(parsed.GetValue(ruleSet)!, new LibraryFiles(parsed.GetValue(library)!), terminal, parameters, TierOf(parsed.GetValue(tier)!));
            return Run(loaded, parsed.GetValue(facts)!, parsed.GetValue(asOf), parsed.GetValue(format) == CommonOptions.Json, terminal);
        });
        return command;
    }

    private static ExecutionTier TierOf(string option) => option switch
    {
        Interpreted => ExecutionTier.Interpreted,
        Compiled => ExecutionTier.Compiled,
        _ => ExecutionTier.Tiered,
    };

    private static int Run(RuleSet ruleSet, string facts, string? asOf, bool isJson, Terminal terminal)
    {
        var warnings = new WarningLog(terminal);
        var summary = new SummaryTable();
        var hasFactErrors = false;
        using (var progress = new Progress(terminal))
        {
            foreach (var given in FactsSource.Read(ruleSet, facts, asOf, terminal))
            {
                var decision = ruleSet.Evaluate(given.ToFactSet());
                warnings.Add(decision);
                hasFactErrors |= decision.Problems.Any(problem => problem.IsFactError);
                Write(decision, given.Label, isJson, terminal);
                if (!isJson)
                    summary.Add(given.Label, decision);
                progress.Step();
            }
        }
        summary.Write(terminal.Out, terminal.Width);
        return hasFactErrors ? ExitCode.BadInput : ExitCode.Fine;
    }

    private static void Write(Decision decision, string label, bool isJson, Terminal terminal)
    {
        if (isJson)
        {
            terminal.Out.WriteLine(decision.ToJson());
            return;
        }
        DecisionText.Write(decision, label, terminal.Out);
        terminal.Out.WriteLine();
    }
}
