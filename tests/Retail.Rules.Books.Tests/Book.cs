using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Retail.Rules.Books.Freshmart;
using Retail.Rules.Books.Grocer;
using Retail.Rules.Books.Homegoods;
using Retail.Rules.Dsl;
using Retail.Rules.Model;
using Retail.Rules.Tests;
using Retail.Rules.Text;

namespace Retail.Rules.Books.Tests;

/// <summary>A sample book in its three forms: written out by hand, and as rules in either tier.</summary>
public sealed class Book
{
    private static readonly string Samples = Path.Combine(RepositoryRoot.Path, "samples");

    private readonly string path;
    private readonly Lazy<RuleSet> interpreted;
    private readonly Lazy<RuleSet> compiled;

    private Book(string path, Func<JsonElement, Judgement> judge)
    {
        this.path = Path.Combine(Samples, path);
        ByHand = judge;
        interpreted = new Lazy<RuleSet>(() => Compile(ExecutionTier.Interpreted));
        compiled = new Lazy<RuleSet>(() => Compile(ExecutionTier.Compiled));
    }

    public static Book Freshmart { get; } = new("freshmart/freshmart.promotion_approval", PromotionBook.Judge);

    public static Book Homegoods { get; } = new("homegoods/homegoods.weekend_launch", LaunchBook.Judge);

    public static Book Grocer { get; } = new("grocer/grocer.substitution", SubstitutionBook.Judge);

    public static IEnumerable<Book> All => [Freshmart, Homegoods, Grocer];

    public Func<JsonElement, Judgement> ByHand { get; }

    public RuleSet Interpreted => interpreted.Value;

    public RuleSet Compiled => compiled.Value;

    /// <summary>The published cases and our own, each with its id, facts and expectation.</summary>
    public IEnumerable<JsonElement> Cases => new[] { ".suite.json", ".boundaries.suite.json", ".own.suite.json" }
        .SelectMany(ending => JsonDocument.Parse(File.ReadAllText(path + ending)).RootElement.GetProperty("cases").EnumerateArray());

    /// <summary>The ids of all rules and exclusions.</summary>
    public IEnumerable<string> RuleIds => Interpreted.Definition.Declarations.OfType<RuleDeclaration>().Select(rule => rule.Id.Text)
        .Concat(Interpreted.Definition.Declarations.OfType<SelectDeclaration>().SelectMany(select => select.Exclusions).Select(exclusion => exclusion.Id.Text));

    public override string ToString() => Path.GetFileName(path);

    private RuleSet Compile(ExecutionTier tier)
    {
        var parsed = RulesText.Parse(new SourceText(File.ReadAllText(path + ".rules"), path + ".rules"));
        return RuleSet.Compile(parsed.Definition!, new RuleSetOptions { Tier = tier }).GetValueOrThrow();
    }
}
