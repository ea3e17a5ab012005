using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Retail.Rules.Dsl;
using Retail.Rules.Text;

namespace Retail.Rules.Benchmarks;

/// <summary>The sample books and the facts of their suites, from beside the program.</summary>
internal static class Books
{
    public static SourceText Source(string book)
    {
        var path = Find(book + ".rules");
        return new SourceText(File.ReadAllText(path), Path.GetFileName(path));
    }

    public static RuleSet Load(string book, ExecutionTier tier) =>
        RulesText.Compile(Source(book), new RuleSetOptions { Tier = tier }).GetValueOrThrow();

    /// <summary>The facts of the worked cases, as elements of JSON.</summary>
    public static JsonElement[] Json(string book)
    {
        using var suite = JsonDocument.Parse(File.ReadAllText(Find(book + ".suite.json")));
        return suite.RootElement.GetProperty("cases").EnumerateArray().Select(one => one.GetProperty("given").Clone()).ToArray();
    }

    /// <summary>The facts of the worked cases, as JSON.</summary>
    public static JsonNode[] Cases(string book) =>
        [.. JsonNode.Parse(File.ReadAllText(Find(book + ".suite.json")))!["cases"]!.AsArray().Select(one => one!["given"]!)];

    private static string Find(string file) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "samples"), file, SearchOption.AllDirectories).Single();
}
