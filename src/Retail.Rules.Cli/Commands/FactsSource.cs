using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Cli.Facts;

namespace Retail.Rules.Cli.Commands;

/// <summary>The facts that a command was given, with the date in place, one at a time.</summary>
internal static class FactsSource
{
    public static IEnumerable<GivenFacts> Read(RuleSet ruleSet, string path, string? asOf, Terminal terminal)
    {
        var date = new AsOf(asOf, ruleSet, FactsReader.InputNames(ruleSet).Contains("asOf"), terminal);
        return Read();

        IEnumerable<GivenFacts> Read()
        {
            using var stream = InputStream.Open(path, terminal);
            foreach (var given in new FactsReader(stream, stream.Name, ruleSet).Read())
            {
                var dated = date.Apply(given);
                date.WarnUpTo(given.Position);
                yield return dated;
            }
        }
    }
}
