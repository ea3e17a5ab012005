using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Text;
using Retail.Rules.Vocabulary;

namespace Retail.Rules.Cli.Loading;

/// <summary>The vocabularies that the tool brings along, for rulesets that use them and have no file of that name.</summary>
internal static class BuiltInVocabularies
{
    /// <summary>Their texts in the rule language, by name.</summary>
    public static IReadOnlyDictionary<string, SourceText> Texts { get; } =
        RetailVocabulary.Names.ToDictionary(name => name, name => RetailVocabulary.TextOf(name)!, StringComparer.Ordinal);
}
