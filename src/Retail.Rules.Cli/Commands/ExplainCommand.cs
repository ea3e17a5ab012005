using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Retail.Rules.Cli.Facts;
using Retail.Rules.Cli.Loading;
using Retail.Rules.Cli.Output;
using Retail.Rules.Model;

namespace Retail.Rules.Cli.Commands;

/// <summary><c>explain</c>: tells of every rule, fired or not, what its conditions compared.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var ruleSet = CommonOptions.RuleSet();
        var facts = CommonOptions.Facts();
        var onlyCase = new Option<string?>("--case") { Description = "Only the facts of this case, or at this place in the file: #3.", HelpName = "ID" };
        var onlyRule = new Option<string?>("--rule") { Description = "Only this rule.", HelpName = "ID" };
        var set = CommonOptions.Set();
        var asOf = CommonOptions.AsOf();
        var library = CommonOptions.Library();
        var format = CommonOptions.Format("text for people, or JSON, one explanation a line.", CommonOptions.Text, CommonOptions.Json);
        var command = new Command("explain", "Tells of every rule, fired or not, what each of its conditions compared.") { ruleSet, facts, onlyCase, onlyRule, set, asOf, library, format, ExplainParameterCommand.Create(terminal), ExplainPlanCommand.Create(terminal) };
        command.SetAction(parsed =>
        {
            var loaded = RuleSetLoader.Load(parsed.GetValue(ruleSet)!, new LibraryFiles(parsed.GetValue(library)!), terminal, ParameterSettings.Parse(parsed.GetValue(set)!, terminal));
            var rule = parsed.GetValue(onlyRule);
            if (rule is not null && !loaded.Definition.Declarations.OfType<RuleDeclaration>().Any(declared => declared.Id.Text == rule))
                throw new CommandFailure("--rule " + rule + ": " + loaded.Name + " has no such rule");
            var given = FactsSource.Read(loaded, parsed.GetValue(facts)!, parsed.GetValue(asOf), terminal);
            return Explain(loaded, given, parsed.GetValue(onlyCase), rule, parsed.GetValue(format) == CommonOptions.Json, terminal);
        });
        return command;
    }

    private static int Explain(RuleSet ruleSet, IEnumerable<GivenFacts> facts, string? onlyCase, string? onlyRule, bool isJson, Terminal terminal)
    {
        var warnings = new WarningLog(terminal);
        var hasFactErrors = false;
        var count = 0;
        foreach (var given in facts.Where(given => onlyCase is null || given.Label == onlyCase))
        {
            var explanation = ruleSet.Explain(given.ToFactSet());
            if (onlyRule is not null)
                explanation = explanation.ForRule(onlyRule);
            warnings.Add(explanation.Decision);
            hasFactErrors |= explanation.Decision.Problems.Any(problem => problem.IsFactError);
            if (count++ > 0 && !isJson)
                terminal.Out.WriteLine();
            if (isJson)
                terminal.Out.WriteLine(explanation.ToJson());
            else
                ExplanationText.Write(explanation, given.Label, withValues: onlyRule is null, terminal.Out);
        }
        if (count == 0 && onlyCase is not null)
            throw new CommandFailure("--case " + onlyCase + ": the facts have no such case");
        return hasFactErrors ? ExitCode.BadInput : ExitCode.Fine;
    }
}
