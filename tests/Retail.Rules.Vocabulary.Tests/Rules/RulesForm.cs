using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using NUnit.Framework;
using Retail.Rules.Dsl;
using Retail.Rules.Text;

namespace Retail.Rules.Vocabulary.Tests;

/// <summary>
/// The rules form of a family of formulas: its vocabulary and the one of the facts as one ruleset, with an output for each expression that a test
/// asks about. Both tiers must give the same.
/// </summary>
internal sealed class RulesForm(string vocabulary)
{
    public static RulesForm Exposure { get; } = new("retail.exposure");

    public static RulesForm Substitution { get; } = new("retail.substitution");

    private string Declarations { get; } = BodyOf("retail") + BodyOf(vocabulary);

    /// <summary>The value of one expression: decimal, bool, DateTime, text, a list; null if unknown.</summary>
    public object? Of(string expression) => Of([expression])[0];

    /// <summary>The values of expressions.</summary>
    public object?[] Of(params string[] expressions) =>
        Run(string.Concat(expressions.Select((expression, index) => "output r" + index.ToString(CultureInfo.InvariantCulture) + " = " + expression + "\n")), "{}", expressions.Length);

    /// <summary>The values of the outputs r0, r1, … of further declarations, judged with facts.</summary>
    public object?[] Run(string declarations, string facts, int count)
    {
        var text = "ruleset test.formulas version \"1\"\ncurrency GBP\n" + Declarations + "\n" + declarations;
        var decisions = new List<Decision>();
        foreach (var tier in new[] { ExecutionTier.Interpreted, ExecutionTier.Compiled })
        {
            var compiled = RulesText.Compile(new SourceText(text, "test.rules"), new RuleSetOptions { Tier = tier });
            var errors = compiled.Diagnostics.Where(diagnostic => diagnostic.Severity == Diagnostics.DiagnosticSeverity.Error);
            Assert.That(compiled.RuleSet, Is.Not.Null, () => string.Join("\n", errors.Select(error => error.ToString())));
            decisions.Add(compiled.RuleSet!.Evaluate(FactSet.FromJson(facts)));
        }
        Assert.That(decisions[0].Problems.Concat(decisions[1].Problems).Select(problem => problem.Message), Is.Empty);
        Assert.That(decisions[1].ToJson(), Is.EqualTo(decisions[0].ToJson()));
        var outputs = decisions[0].Outputs.ToDictionary(output => output.Key, output => output.Value);
        return [.. Enumerable.Range(0, count).Select(index => outputs.GetValueOrDefault("r" + index.ToString(CultureInfo.InvariantCulture)))];
    }

    private static string BodyOf(string name)
    {
        using var stream = typeof(Money).Assembly.GetManifestResourceStream(name + ".rules") ?? throw new InvalidOperationException(name + " is not among the vocabularies");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var body = reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith("vocabulary ", StringComparison.Ordinal) && !line.StartsWith("use ", StringComparison.Ordinal));
        return string.Join("\n", body) + "\n";
    }
}
