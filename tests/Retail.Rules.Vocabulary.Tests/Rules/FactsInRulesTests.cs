using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using NUnit.Framework;
using Retail.Rules.Dsl;
using Retail.Rules.Text;
using Retail.Rules.Vocabulary.Tests.Facts;

namespace Retail.Rules.Vocabulary.Tests.Rules;

/// <summary>What the JSON contracts write is what rules read.</summary>
[TestFixture]
internal sealed class FactsInRulesTests
{
    private static IEnumerable<Type> Records => FactTypes.WithContract.Where(type => !HoldsMoney(type));

    [TestCaseSource(nameof(Records))]
    public void Rules_read_what_is_written(Type type)
    {
        var ruleSet = RetailRules.Compile("input fact : " + FactTypes.NameOf(type) + "\nrule R \"never fires\" when false then reject\noutput o = fact\n");
        for (var seed = 0; seed < 20; seed++)
        {
            var json = "{\"fact\":" + JsonSerializer.Serialize(new FactGenerator(seed) { IsPlain = true }.Make(type), VocabularyJson.Default.GetTypeInfo(type)!) + "}";
            var decision = ruleSet.Evaluate(FactSet.FromJson(json));

            Assert.That(decision.Missing, Is.Empty, json);
            Assert.That(decision.Problems.Concat(decision.Warnings).Select(problem => problem.Path + ": " + problem.Message), Is.Empty, json);
            Assert.That(decision.Verdict, Is.EqualTo(Verdict.Approve), json);
            Assert.That(decision.ToJson(), Does.Contain("\"o\":{"), json);
        }
    }

    private static bool HoldsMoney(Type type) =>
        type == typeof(Money)
        || (type.IsGenericType && type.GetGenericArguments().Any(HoldsMoney))
        || (type.Assembly == typeof(Money).Assembly && !type.IsEnum && type != typeof(Percent) && type != typeof(UnitOfMeasure) && FactTypes.MembersOf(type).Any(member => HoldsMoney(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType)));
}
