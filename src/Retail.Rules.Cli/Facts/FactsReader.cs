using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using Retail.Rules.Model;

namespace Retail.Rules.Cli.Facts;

/// <summary>
/// Reads facts. A file holds any number of JSON values, one after another: an object is one set of facts, an array one for each item, an
/// object with <c>cases</c> (a suite) one for each case. An object of nothing but <c>facts</c> and <c>case</c> is facts with their name.
/// A ruleset with an input <c>cases</c> or <c>facts</c> has that read as the fact it is. Holds one value at a time.
/// </summary>
internal sealed class FactsReader
{
    public const string StandardInput = "-";

    private readonly Stream stream;
    private readonly string name;
    private readonly bool readsSuites;
    private readonly bool readsWrapped;
    private long position;

    /// <param name="stream">The file.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="ruleSets">What is to judge the facts.</param>
    public FactsReader(Stream stream, string name, params IEnumerable<RuleSet> ruleSets)
    {
        this.stream = stream;
        this.name = name;
        var inputs = ruleSets.SelectMany(InputNames).ToHashSet(StringComparer.Ordinal);
        readsSuites = !inputs.Contains("cases");
        readsWrapped = !inputs.Contains("facts");
    }

    /// <summary>The facts of the file, read as they are asked for.</summary>
    /// <exception cref="CommandFailure">The file cannot be read, or is not JSON.</exception>
    public IEnumerable<GivenFacts> Read()
    {
        var reader = new JsonValueReader(stream);
        var isEmpty = true;
        while (Next(reader) is { } document)
        {
            isEmpty = false;
            using (document)
            {
                foreach (var facts in FactsOf(document.RootElement))
                    yield return facts;
            }
        }
        if (isEmpty && !reader.SawArray)
            throw new CommandFailure(name + ": holds no facts");
    }

    /// <summary>What the ruleset calls its facts.</summary>
    public static IEnumerable<string> InputNames(RuleSet ruleSet) =>
        ruleSet.Definition.Declarations.OfType<InputDeclaration>().SelectMany(input => input.Names).Select(name => name.Text);

    /// <summary>The facts of a JSON value that is one set of them, with their name if it has one. Thread-safe.</summary>
    public GivenFacts Unwrap(long place, JsonElement json) =>
        readsWrapped && JsonMember.Find(json, "facts") is { } facts && json.GetPropertyCount() == (JsonMember.Find(json, "case") is null ? 1 : 2)
            ? new GivenFacts(place, JsonMember.Text(json, "case"), facts)
            : new GivenFacts(place, null, json);

    private JsonDocument? Next(JsonValueReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException problem)
        {
            throw new CommandFailure(string.Create(CultureInfo.InvariantCulture, $"{name}({problem.LineNumber + 1},{problem.BytePositionInLine + 1}): is not JSON: {WithoutPlace(problem.Message)}"));
        }
        catch (IOException problem)
        {
            throw new CommandFailure(name + ": cannot be read: " + problem.Message);
        }
    }

    private IEnumerable<GivenFacts> FactsOf(JsonElement json)
    {
        if (readsSuites && JsonMember.Find(json, "cases") is { ValueKind: JsonValueKind.Array } cases)
            return cases.EnumerateArray().Select(FromCase);
        return [Unwrap(++position, json)];
    }

    private GivenFacts FromCase(JsonElement json) =>
        JsonMember.Find(json, "given") is { } given
            ? new GivenFacts(++position, JsonMember.Text(json, "id"), given)
            : throw new CommandFailure(string.Create(CultureInfo.InvariantCulture, $"{name}: case {position + 1} has no `given`"));

    /// <summary>The parser's words, without the place, which it counts from 0, and without its advice to programmers.</summary>
    private static string WithoutPlace(string message)
    {
        var place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var words = place < 0 ? message : message[..place];
        var advice = words.IndexOf(" Change the reader options", StringComparison.Ordinal);
        return (advice < 0 ? words : words[..advice]).TrimEnd('.');
    }
}
