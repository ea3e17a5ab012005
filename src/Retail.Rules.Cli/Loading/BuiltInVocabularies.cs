using System;
using System.Collections.Generic;
using Retail.Rules.Text;

namespace Retail.Rules.Cli.Loading;

/// <summary>The vocabularies that the tool brings along, for rulesets that use them and have no file of that name.</summary>
internal static class BuiltInVocabularies
{
    /// <summary>Their texts in the rule language, by name.</summary>
    public static IReadOnlyDictionary<string, SourceText> Texts { get; } = new Dictionary<string, SourceText>(StringComparer.Ordinal);
}
