using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using Retail.Rules.Cli.Loading;
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

    private readonly string path;
    private readonly Terminal terminal;
    private readonly bool readsSuites;
    private readonly bool readsWrapped;
    private long position;

    public FactsReader(string path, RuleSet ruleSet, Terminal terminal)
    {
        this.path = path;
        this.terminal = terminal;
        var inputs = ruleSet.Definition.Declarations.OfType<InputDeclaration>().SelectMany(input => input.Names).Select(name => name.Text).ToHashSet(StringComparer.Ordinal);
        readsSuites = !inputs.Contains("cases");
        readsWrapped = !inputs.Contains("facts");
    }

    /// <summary>The facts of the file, read as they are asked for.</summary>
    /// <exception cref="CommandFailure">The file cannot be read, or is not JSON.</exception>
    public IEnumerable<GivenFacts> Read()
    {
        using var stream = path == StandardInput ? null : SourceFile.Open(path);
        var reader = new JsonValueReader(stream ?? terminal.In);
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
            throw new CommandFailure(Name + ": holds no facts");
    }

    private string Name => path == StandardInput ? "standard input" : path;

    private JsonDocument? Next(JsonValueReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException problem)
        {
            throw new CommandFailure(string.Create(CultureInfo.InvariantCulture, $"{Name}({problem.LineNumber + 1},{problem.BytePositionInLine + 1}): is not JSON: {WithoutPlace(problem.Message)}"));
        }
        catch (IOException problem)
        {
            throw new CommandFailure(Name + ": cannot be read: " + problem.Message);
        }
    }

    private IEnumerable<GivenFacts> FactsOf(JsonElement json)
    {
        if (readsSuites && json.ValueKind == JsonValueKind.Object && json.TryGetProperty("cases", out var cases) && cases.ValueKind == JsonValueKind.Array)
            return cases.EnumerateArray().Select(FromCase);
        return [Unwrap(json)];
    }

    private GivenFacts FromCase(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("given", out var given))
            throw new CommandFailure(string.Create(CultureInfo.InvariantCulture, $"{Name}: case {position + 1} has no `given`"));
        return new GivenFacts(++position, json.TryGetProperty("id", out var id) ? TextOf(id) : null, given);
    }

    private GivenFacts Unwrap(JsonElement json)
    {
        var isWrapped = readsWrapped && json.ValueKind == JsonValueKind.Object && json.TryGetProperty("facts", out _)
            && json.EnumerateObject().All(member => member.Name is "facts" or "case");
        if (!isWrapped)
            return new GivenFacts(++position, null, json);
        return new GivenFacts(++position, json.TryGetProperty("case", out var id) ? TextOf(id) : null, json.GetProperty("facts"));
    }

    private static string? TextOf(JsonElement id) => id.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => id.GetString(),
        _ => id.GetRawText(),
    };

    /// <summary>The parser's words, without the place that it counts from 0.</summary>
    private static string WithoutPlace(string message)
    {
        var place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (place < 0 ? message : message[..place]).TrimEnd('.');
    }
}
