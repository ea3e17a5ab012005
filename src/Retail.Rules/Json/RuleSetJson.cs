using System;
using System.IO;
using System.Text;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Json;

/// <summary>The JSON form of a ruleset: the same model as the text, with nothing lost but layout. Thread-safe.</summary>
public static class RuleSetJson
{
    internal const string SchemaId = "urn:retail-rules:ruleset:1";
    internal const int SchemaVersion = 1;

    /// <summary>The JSON schema (draft 2020-12) of the documents that are read and written; read anew from the assembly each time.</summary>
    public static string Schema
    {
        get
        {
            using var stream = typeof(RuleSetJson).Assembly.GetManifestResourceStream("retail-rules.schema.json")!;
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return reader.ReadToEnd();
        }
    }

    /// <summary>
    /// Reads a JSON document into a model. Comments (<c>//</c> and <c>/* */</c>) are skipped, trailing commas are refused. Never throws for what
    /// the document holds: everything wrong with it, up to a hundred findings, is in the result.
    /// </summary>
    /// <param name="json">The document.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The model and what is wrong with it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DefinitionResult Read(SourceText json, RuleSetJsonOptions? options = null)
    {
        if (json is null)
            throw new ArgumentNullException(nameof(json));
        return new DocumentReader(json, options ?? RuleSetJsonOptions.Default).Read();
    }

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
