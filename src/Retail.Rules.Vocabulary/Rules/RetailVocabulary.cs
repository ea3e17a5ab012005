using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Retail.Rules.Dsl;
using Retail.Rules.Text;

namespace Retail.Rules.Vocabulary;

/// <summary>The vocabularies that come with the library, for rulesets that say <c>use retail</c>: the facts of this library as types of rules, and formulas over them. Thread-safe.</summary>
public static class RetailVocabulary
{
    private const string Extension = ".rules";

    private static readonly SortedDictionary<string, SourceText> Texts = ReadTexts();

    private static readonly Lazy<RuleSetLibrary> Read = new(() => new RuleSetLibrary(Texts.ToDictionary(text => text.Key, text => RulesText.Parse(text.Value))));

    /// <summary>The vocabularies as they are given to the compiler: <c>new RuleSetOptions { Library = RetailVocabulary.Library }</c>. Read when first asked for, and the same ever after.</summary>
    public static RuleSetLibrary Library => Read.Value;

    /// <summary>Their names, in ordinal order: <c>retail</c> holds the types, <c>retail.*</c> the formulas.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Texts.Keys];

    /// <summary>The text of a vocabulary, as its file in the library has it.</summary>
    /// <param name="name">One of <see cref="Names"/>; case counts.</param>
    /// <returns>The text, whose path is the name with <c>.rules</c>; null if there is no such vocabulary.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static SourceText? TextOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Texts.GetValueOrDefault(name);
    }

    private static SortedDictionary<string, SourceText> ReadTexts()
    {
        var assembly = typeof(RetailVocabulary).Assembly;
        var texts = new SortedDictionary<string, SourceText>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(resource => resource.EndsWith(Extension, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            texts.Add(resource[..^Extension.Length], new SourceText(reader.ReadToEnd(), resource));
        }
        return texts;
    }
}
