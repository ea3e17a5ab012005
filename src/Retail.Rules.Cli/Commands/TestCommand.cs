using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Retail.Rules.Cli.Loading;
using Retail.Rules.Cli.Testing;

namespace Retail.Rules.Cli.Commands;

/// <summary><c>test</c>: runs the examples of rulesets and their suites.</summary>
internal static class TestCommand
{
    private const string Interpreted = "interpreted";
    private const string Compiled = "compiled";
    private const string Both = "both";

    public static Command Create(Terminal terminal)
    {
        var paths = CommonOptions.Paths();
        paths.Description = "Rulesets, suites, and folders that are searched for *.rules, *.rules.json and *.suite.json. A suite runs with every ruleset of its name.";
        var suites = new Option<string[]>("--suite") { Description = "A suite to run. May be repeated.", HelpName = "FILE", DefaultValueFactory = _ => [] };
        var library = CommonOptions.Library();
        var tier = new Option<string>("--tier") { Description = "How the rules run; with both, the decisions must also be the same.", DefaultValueFactory = _ => Both };
        tier.AcceptOnlyFromAmong(Interpreted, Compiled, Both);
        var command = new Command("test", "Runs the examples and suites of rulesets. Exit code 1 if a case fails.") { paths, suites, library, tier };
        command.SetAction(parsed =>
        {
            var given = parsed.GetValue(paths)!;
            var ruleSets = RuleSetFiles.RuleSets(given.Where(path => !RuleSetFiles.IsSuite(path)));
            var suiteFiles = RuleSetFiles.Suites(given).Concat(given.Where(RuleSetFiles.IsSuite)).Concat(parsed.GetValue(suites)!).Distinct().ToArray();
            return new TestRun(Tiers(parsed.GetValue(tier)!), new LibraryFiles(parsed.GetValue(library)!), terminal).Run(ruleSets, suiteFiles);
        });
        return command;
    }

    private static IReadOnlyList<ExecutionTier> Tiers(string option) => option switch
    {
        Interpreted => [ExecutionTier.Interpreted],
        Compiled => [ExecutionTier.Compiled],
        _ => [ExecutionTier.Interpreted, ExecutionTier.Compiled],
    };
}
