using System.Collections.Generic;
using Retail.Rules.Facts;
using Retail.Rules.Json;
using Retail.Rules.Model;

namespace Retail.Rules;

/// <summary>The hash that tells apart rulesets which can decide differently.</summary>
internal static class RuleSetHash
{
    public static string Of(RuleSetDefinition definition, IReadOnlyDictionary<string, Expression> parameters) =>
        "sha256:" + Hashing.HexOfWritten(stream => CanonicalJson.Write(definition, parameters, stream));
}
