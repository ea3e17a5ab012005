using System;
using Retail.Rules.Model;

namespace Retail.Rules.Json;

/// <summary>The JSON form of a ruleset: the same model as the text, with nothing lost but layout. Thread-safe.</summary>
public static class RuleSetJson
{
    internal const string SchemaId = "https://retail-rules.dev/schema/1/retail-rules.schema.json";
    internal const int SchemaVersion = 1;

    /// <summary>Writes a model as JSON, in lines of at most about 120 characters that end with <c>\n</c>.</summary>
    /// <param name="definition">The model, free of errors. What text cannot express, such as a name with a blank, is refused when read back.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The JSON document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    /// <exception cref="InsufficientExecutionStackException">An expression built in code nests thousands of levels deep.</exception>
    public static string Write(RuleSetDefinition definition, RuleSetJsonOptions? options = null)
    {
        if (definition is null)
            throw new ArgumentNullException(nameof(definition));
        return new DocumentWriter((options ?? RuleSetJsonOptions.Default).Expressions).Document(definition).ToIndentedText();
    }
}
