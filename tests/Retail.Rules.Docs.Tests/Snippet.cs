using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Retail.Rules.Dsl;
using Retail.Rules.Json;
using Retail.Rules.Model;
using Retail.Rules.Text;
using Retail.Rules.Vocabulary;

namespace Retail.Rules.Docs.Tests;

/// <summary>A fenced block of a page: <c>```language options</c>, its lines, and a fence that closes it.</summary>
public sealed record Snippet(string Page, int Line, string Language, string Options, string Section, string Code)
{
    /// <summary>The blocks of a page, in order.</summary>
    public static IReadOnlyList<Snippet> In(string page)
    {
        var snippets = new List<Snippet>();
        var lines = Repository.Read(page).Split('\n');
        var section = "";
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith('#'))
                section = lines[i].TrimStart('#', ' ');
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
                continue;
            var head = lines[i][3..].Split(' ', 2);
            var end = Array.IndexOf(lines, "```", i + 1);
            snippets.Add(new Snippet(page, i + 2, head[0], head.Length > 1 ? head[1] : "", section, string.Concat(lines[(i + 1)..end].Select(line => line + "\n"))));
            i = end;
        }
        return snippets;
    }

    private const string FileLine = "// file ";

    public SourceText Source => new(Code, Page + ":" + Line);

    public override string ToString() => Page + ":" + Line + " " + Language + " " + Options;

    /// <summary>
    /// Reads and compiles a ruleset in either form. Documents that it uses follow it, each under a line <c>// file NAME.rules</c>. Options lower a limit (<c>maxDepth=4 maxListItems=100</c>) or set a param (<c>set:limit=30%</c>), where a mistake
    /// takes one.
    /// </summary>
    public CompilationResult Compile()
    {
        var limits = new RuleSetLimits
        {
            MaxDepth = Number("maxDepth=") ?? RuleSetLimits.Default.MaxDepth,
            MaxFileLength = Number("maxFileLength=") ?? RuleSetLimits.Default.MaxFileLength,
            MaxListItems = Number("maxListItems=") ?? RuleSetLimits.Default.MaxListItems,
            MaxCost = Number("maxCost="),
        };
        if (Language == "json")
            return RuleSet.Compile(RuleSetJson.Read(Source, new RuleSetJsonOptions { Limits = limits }), new RuleSetOptions { Limits = limits, Parameters = Parameters() });
        var files = Code.Split(FileLine);
        var library = files.Skip(1).Select(file => file.Split('\n', 2)).ToDictionary(
            file => file[0][..^".rules".Length], file => RulesText.Parse(new SourceText(file[1], file[0]), limits));
        foreach (var name in Code.Contains("use retail", StringComparison.Ordinal) ? RetailVocabulary.Names : [])
            library.TryAdd(name, RulesText.Parse(RetailVocabulary.TextOf(name)!));
        var definition = RulesText.Parse(new SourceText(files[0], Source.Path), limits);
        return RuleSet.Compile(definition, new RuleSetOptions { Limits = limits, Parameters = Parameters(), Library = new RuleSetLibrary(library) });
    }

    private int? Number(string option) =>
        Options.Split(' ').FirstOrDefault(one => one.StartsWith(option, StringComparison.Ordinal)) is { } found
            ? int.Parse(found[option.Length..], CultureInfo.InvariantCulture)
            : null;

    private Dictionary<string, Expression> Parameters()
    {
        var parameters = new Dictionary<string, Expression>();
        if (Options.StartsWith("set:", StringComparison.Ordinal))
        {
            var (name, value) = (Options[4..Options.IndexOf('=')], Options[(Options.IndexOf('=') + 1)..]);
            parameters.Add(name, new RulesExpressionReader().Read(new SourceText(value), new TextSpan(0, value.Length), value, [])!);
        }
        return parameters;
    }
}
