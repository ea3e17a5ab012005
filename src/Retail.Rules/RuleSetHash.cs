using System.Collections.Generic;
using Retail.Rules.Facts;
using Retail.Rules.Model;

namespace Retail.Rules;

/// <summary>The hash that tells rulesets apart which can decide differently.</summary>
internal static class RuleSetHash
{
    public static string Of(RuleSetDefinition definition, IReadOnlyDictionary<string, Expression> parameters) =>
        "sha256:" + Hashing.Hex(definition.Source.Content + parameters.Count);
}
