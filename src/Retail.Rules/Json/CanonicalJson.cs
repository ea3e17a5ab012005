using System.Collections.Generic;
using System.IO;
using System.Text;
using Retail.Rules.Model;

namespace Retail.Rules.Json;

/// <summary>
/// The JSON of a model that its hash is taken of: in structured form, with parameters as set, without comments, documentation, facts,
/// examples, grouping of names and zeros that end a number. Two models with the same bytes decide alike under one version of the engine.
/// </summary>
internal static class CanonicalJson
{
    private const int BufferLength = 4096;

    /// <summary>Writes the canonical JSON in UTF-8, without white space, members in one order.</summary>
    /// <param name="definition">The model.</param>
    /// <param name="parameters">Values set by the host, by parameter; others keep the value in the model.</param>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(RuleSetDefinition definition, IReadOnlyDictionary<string, Expression> parameters, Stream stream)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferLength, leaveOpen: true);
        new DocumentWriter(parameters).Document(definition).WriteCompact(text);
    }
}
