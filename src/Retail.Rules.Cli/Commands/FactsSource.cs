using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Cli.Facts;
using Retail.Rules.Model;

namespace Retail.Rules.Cli.Commands;

/// <summary>The facts that a command was given, with the date in place.</summary>
internal static class FactsSource
{
    public static IEnumerable<GivenFacts> Read(RuleSet ruleSet, string path, string? asOf, Terminal terminal)
    {
        var hasFact = ruleSet.Definition.Declarations.OfType<InputDeclaration>().Any(input => input.Names.Any(name => name.Text == "asOf"));
        var date = new AsOf(asOf, ruleSet, hasFact, terminal);
        return new FactsReader(path, ruleSet, terminal).Read().Select(date.Apply);
    }
}
