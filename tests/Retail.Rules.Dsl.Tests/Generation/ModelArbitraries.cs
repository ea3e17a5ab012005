using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Retail.Rules.Model;

namespace Retail.Rules.Dsl.Tests.Generation;

/// <summary>What FsCheck generates for models; a failing ruleset shrinks to the declarations that fail.</summary>
public static class ModelArbitraries
{
    public static Arbitrary<RuleSetDefinition> RuleSets() => Arb.From(
        Gen.Choose(0, int.MaxValue).Select(seed => new ModelGenerator(seed).RuleSet(8)),
        Smaller);

    public static Arbitrary<Expression> Expressions() => Arb.From(
        Gen.Choose(0, int.MaxValue).Select(seed => new ModelGenerator(seed).Expression(6)));

    private static IEnumerable<RuleSetDefinition> Smaller(RuleSetDefinition ruleSet) =>
        ruleSet.Declarations.Count <= 1
            ? []
            : ruleSet.Declarations.Select((_, dropped) => With(ruleSet, ruleSet.Declarations.Where((_, index) => index != dropped).ToArray()));

    private static RuleSetDefinition With(RuleSetDefinition ruleSet, IReadOnlyList<Declaration> declarations) => new()
    {
        Source = ruleSet.Source,
        Name = ruleSet.Name,
        Version = ruleSet.Version,
        Declarations = declarations,
    };
}
