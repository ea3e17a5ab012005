using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Retail.Rules.Diagnostics;
using Retail.Rules.Json;
using Retail.Rules.Model;

namespace Retail.Rules.Tests.Generation;

/// <summary>A ruleset and facts for it, several so that frames are used again.</summary>
public sealed class GeneratedCase
{
    public required int Seed { get; init; }

    public required RuleSetDefinition Definition { get; init; }

    public required IReadOnlyList<string> Facts { get; init; }

    public static GeneratedCase Of(int seed)
    {
        var choices = new Choices(seed);
        var definition = new RuleSetGenerator(choices).Make();
        var facts = new FactsGenerator(choices);
        return new GeneratedCase { Seed = seed, Definition = definition, Facts = Enumerable.Range(0, 6).Select(_ => facts.Make()).ToArray() };
    }

    /// <summary>What FsCheck shows of a failing case.</summary>
    public override string ToString() =>
        "seed " + Seed.ToString(CultureInfo.InvariantCulture) + "\n" + RuleSetJson.Write(Definition) + "\n" + string.Join("\n", Facts);

    /// <summary>The same with one declaration or one set of facts less, where that still compiles.</summary>
    public IEnumerable<GeneratedCase> Smaller()
    {
        if (Facts.Count > 1)
        {
            foreach (var facts in Facts)
                yield return new GeneratedCase { Seed = Seed, Definition = Definition, Facts = [facts] };
        }
        foreach (var declaration in Definition.Declarations)
        {
            var smaller = new GeneratedCase { Seed = Seed, Definition = Without(declaration), Facts = Facts };
            if (RuleSet.Compile(smaller.Definition).Diagnostics.All(found => found.Severity != DiagnosticSeverity.Error))
                yield return smaller;
        }
    }

    private RuleSetDefinition Without(Declaration declaration) => new()
    {
        Source = Definition.Source,
        Name = Definition.Name,
        Version = Definition.Version,
        Currency = Definition.Currency,
        OutputPlaces = Definition.OutputPlaces,
        Declarations = Definition.Declarations.Where(other => other != declaration).ToArray(),
    };
}

/// <summary>Where FsCheck gets cases from.</summary>
public static class GeneratedCases
{
    public static Arbitrary<GeneratedCase> Any() =>
        Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(GeneratedCase.Of), generated => generated.Smaller());
}
