using Retail.Rules.Dsl;
using Retail.Rules.Text;

namespace Retail.Rules.Vocabulary.Tests.Rules;

/// <summary>Rulesets that use the vocabulary.</summary>
internal static class RetailRules
{
    private static readonly RuleSetOptions Options = new() { Library = RetailVocabulary.Library };

    public static RuleSet Compile(string declarations)
    {
        var result = RulesText.Compile(new SourceText("ruleset shop.facts version \"1\"\nuse retail\n" + declarations), Options);
        NUnit.Framework.Assert.That(result.Diagnostics, NUnit.Framework.Is.Empty);
        return result.RuleSet!;
    }
}
