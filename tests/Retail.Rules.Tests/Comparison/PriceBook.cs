using Retail.Rules.Json;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Tests.Comparison;

/// <summary>A small ruleset: margin = (price - cost) / price; below 10 % a Director signs, never with a margin below -100 %.</summary>
internal static class PriceBook
{
    /// <summary>The ruleset with the given examples and facts blocks, as JSON items.</summary>
    public static RuleSetDefinition With(string examples = "") => RuleSetJson.Read(new SourceText("""
        {
          "schemaVersion": 1, "ruleset": "test.price", "version": "1", "outputPlaces": 2,
          "declarations": [
            { "enum": "Role", "members": ["Buyer", "Director"] },
            { "input": ["price", "cost"], "type": "money" },
            { "input": ["opens"], "type": "instant?" },
            { "input": ["tags"], "type": "list of text", "default": { "list": [] } },
            { "define": "margin", "type": "percent", "value": { "op": "/", "left": { "op": "-", "left": "price", "right": "cost" }, "right": "price" } },
            { "rule": "R2", "title": "Thin", "clauses": [
              { "when": { "op": "<", "left": "margin", "right": "10%" }, "then": [{ "effect": "refer", "to": ["Director"] }, { "effect": "require", "text": "recalculate" }] }] },
            { "rule": "R10", "title": "Below cost", "clauses": [{ "when": { "op": "<", "left": "margin", "right": "0%" }, "then": [{ "effect": "refer", "to": ["Buyer"] }] }] },
            { "never": "refer", "when": { "op": "<", "left": "margin", "right": "-100%" } },
            { "output": "margin" }, { "output": "opens" }, { "output": "tags" }
        """ + (examples.Length == 0 ? "" : ",\n" + examples) + "]}")) is { HasErrors: false } read ? read.Definition! : throw new System.InvalidOperationException("the test's ruleset does not read");

    public static RuleSet Compiled(string examples = "") => RuleSet.Compile(With(examples)).GetValueOrThrow();
}
