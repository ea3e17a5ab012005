using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using NUnit.Framework;
using Retail.Rules.Diagnostics;
using Retail.Rules.Dsl;
using Retail.Rules.Text;

namespace Retail.Rules.Vocabulary.Tests.Rules;

/// <summary>Computes expressions by the formulas of the rule vocabularies, so that tests can set them beside the C# ones.</summary>
internal static class RuleFormula
{
    /// <summary>All of them at once: a book may use all, so no two declare the same name.</summary>
    private static readonly string Declarations = string.Concat(RetailVocabulary.Names.Select(DeclarationsOf));

    /// <summary>The value of an expression, as an output has it: exact to 18 places; null if it is unknown.</summary>
    public static object? Value(string expression) => Values(expression)[0];

    /// <summary>The number of an expression; null if it is unknown.</summary>
    public static decimal? Number(string expression) => (decimal?)Value(expression);

    /// <summary>The values of expressions, judged by one ruleset.</summary>
    public static IReadOnlyList<object?> Values(params string[] expressions)
    {
        var decision = Judge(expressions);
        Assert.That(decision.Problems.Select(problem => problem.Message), Is.Empty);
        return [.. Enumerable.Range(0, expressions.Length).Select(i => decision.Outputs.TryGetValue(OutputName(i), out var value) ? value : null)];
    }

    /// <summary>Whether an expression cannot be computed, which makes the decision incomplete.</summary>
    public static bool IsFault(string expression)
    {
        var decision = Judge(expression);
        return decision is { Verdict: Verdict.Incomplete, Problems.Count: 1 } && !decision.Outputs.ContainsKey(OutputName(0));
    }

    private static Decision Judge(params string[] expressions)
    {
        var text = new StringBuilder("ruleset test.formulas version \"1\"\ncurrency EUR\n").Append(Declarations);
        for (var i = 0; i < expressions.Length; i++)
            text.Append("output ").Append(OutputName(i)).Append(" = ").AppendLine(expressions[i]);
        var compiled = RulesText.Compile(new SourceText(text.ToString(), "formulas.rules"));
        Assert.That(compiled.RuleSet, Is.Not.Null, () => string.Join("\n", compiled.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return compiled.RuleSet!.Evaluate(FactSet.FromJson("{}"));
    }

    private static string OutputName(int place) => "value" + place.ToString(CultureInfo.InvariantCulture);

    private static string DeclarationsOf(string vocabulary)
    {
        var lines = RetailVocabulary.TextOf(vocabulary)!.Content.Split('\n');
        return string.Join("\n", lines.Where(line => !line.StartsWith("vocabulary ", StringComparison.Ordinal) && !line.StartsWith("use ", StringComparison.Ordinal))) + "\n";
    }
}
