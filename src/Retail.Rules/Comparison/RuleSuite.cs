using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Comparison;

/// <summary>
/// A regression suite: facts with the decisions that a ruleset must come to. Read from JSON, or made of the examples of a ruleset; both run
/// and compare the same way. Immutable and thread-safe.
/// </summary>
public sealed class RuleSuite
{
    internal RuleSuite(string ruleSet, IReadOnlyList<SuiteCase> cases)
    {
        RuleSet = ruleSet;
        Cases = cases;
    }

    /// <summary>The name of the ruleset that the suite is for.</summary>
    public string RuleSet { get; }

    /// <summary>The cases, in the order of the text.</summary>
    public IReadOnlyList<SuiteCase> Cases { get; }

    /// <summary>
    /// Reads a suite: <c>{ "ruleset": …, "cases": [ { "id", "title", "given": { facts }, "expect": { … } } ] }</c>. Comments are skipped,
    /// members that a suite does not have are errors. Never throws for what the document holds.
    /// </summary>
    /// <param name="json">The document, of any length: suites are written by those who test.</param>
    /// <returns>The suite, or all that is wrong with it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static RuleSuiteResult Read(SourceText json) =>
        new SuiteReader(json ?? throw new ArgumentNullException(nameof(json))).Read();

    /// <summary>The examples of a ruleset as a suite; each goes by its title.</summary>
    /// <param name="definition">The ruleset, compiled without errors: examples are checked with the rest.</param>
    /// <returns>The suite; without cases if the ruleset has no examples.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    public static RuleSuite FromExamples(RuleSetDefinition definition) =>
        new ExampleCases(definition ?? throw new ArgumentNullException(nameof(definition))).ToSuite();

    /// <summary>Judges every case and compares the decisions with what the suite expects.</summary>
    /// <param name="ruleSet">The ruleset that the suite is for.</param>
    /// <returns>A result for each case, in their order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ruleSet"/> is null.</exception>
    /// <exception cref="ArgumentException">The suite is for a ruleset of another name.</exception>
    public IReadOnlyList<CaseResult> Run(RuleSet ruleSet)
    {
        if (ruleSet is null)
            throw new ArgumentNullException(nameof(ruleSet));
        if (!string.Equals(ruleSet.Name, RuleSet, StringComparison.Ordinal))
            throw new ArgumentException("the suite is for `" + RuleSet + "`, not for `" + ruleSet.Name + "`", nameof(ruleSet));
        return Cases.Select(one => one.Run(ruleSet)).ToArray();
    }
}
