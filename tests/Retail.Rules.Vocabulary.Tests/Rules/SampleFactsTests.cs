using System.IO;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Comparison;
using Retail.Rules.Dsl;
using Retail.Rules.Tests;
using Retail.Rules.Text;

namespace Retail.Rules.Vocabulary.Tests.Rules;

/// <summary>The names were reconciled with those of the sample books: their worked cases are facts of this vocabulary as they stand.</summary>
[TestFixture]
internal sealed class SampleFactsTests
{
    [TestCase("freshmart/freshmart.promotion_approval", "input funding : list of SupplierFunding = []\ninput ai : RiskScore?\ninput mechanic : Mechanic\ninput submitter : Role?\n", "[funding, mechanic, ai is known, submitter is known]")]
    [TestCase("homegoods/homegoods.weekend_launch", "input receipts : list of Receipt = []\ninput finance : FinanceSignOff?\ninput ai : RiskScore?\n", "[receipts, finance is known, ai is known]")]
    [TestCase("grocer/grocer.substitution", "input original : Product\ninput line : OrderLine\ninput candidates : list of SubstituteCandidate\n", "[original, line, candidates]")]
    public void Facts_of_a_book_are_facts_of_the_vocabulary(string suite, string inputs, string read)
    {
        var outputs = read.Trim('[', ']').Split(", ").Select((value, i) => "output o" + i + " = " + value + "\n");
        var ruleSet = RetailRules.Compile(inputs + string.Concat(outputs));
        foreach (var part in new[] { ".suite.json", ".boundaries.suite.json" })
        {
            var path = Path.Combine(RepositoryRoot.Path, "samples", suite + part);
            foreach (var one in RuleSuite.Read(new SourceText(File.ReadAllText(path), path)).GetValueOrThrow().Cases)
            {
                var decision = ruleSet.Evaluate(one.Facts);

                Assert.That(decision.Problems.Select(problem => one.Id + " " + problem.Path + ": " + problem.Message), Is.Empty);
                Assert.That(decision.Missing, Is.Empty, one.Id);
                Assert.That(decision.Warnings.Where(warning => warning.Path.Contains('.', System.StringComparison.Ordinal)).Select(warning => one.Id + " " + warning.Path + ": " + warning.Message), Is.Empty);
            }
        }
    }
}
