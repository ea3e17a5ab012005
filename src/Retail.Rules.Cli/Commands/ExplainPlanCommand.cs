using System.CommandLine;
using Retail.Rules.Cli.Loading;
using Retail.Rules.Cli.Output;

namespace Retail.Rules.Cli.Commands;

/// <summary><c>explain plan</c>: tells how a ruleset is judged, which of it is found by an index and which is judged in turn.</summary>
internal static class ExplainPlanCommand
{
    public static Command Create(Terminal terminal)
    {
        var ruleSet = CommonOptions.RuleSet();
        var set = CommonOptions.Set();
        var library = CommonOptions.Library();
        var command = new Command("plan", "Tells how the ruleset is judged: what an index finds and by what, what is judged in turn, what is computed once.") { ruleSet, set, library };
        command.SetAction(parsed =>
        {
            var loaded = RuleSetLoader.Load(parsed.GetValue(ruleSet)!, new LibraryFiles(parsed.GetValue(library)!), terminal, ParameterSettings.Parse(parsed.GetValue(set)!, terminal));
            terminal.Out.Write(loaded.DescribePlan());
            return ExitCode.Fine;
        });
        return command;
    }
}
