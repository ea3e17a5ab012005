using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;

namespace Retail.Rules;

/// <summary>
/// The documents that a ruleset may use, by name: vocabularies, parts of rulesets, and what layers lie over. Immutable and thread-safe.
/// </summary>
public sealed class RuleSetLibrary
{
    private readonly Dictionary<string, DefinitionResult> documents;

    /// <summary>Makes a library of what was read.</summary>
    /// <param name="documents">What was read, by the name under which it is used. What has errors is told to whom uses it.</param>
    /// <param name="places">Where documents were looked for, in words for messages; null if that goes without saying.</param>
    /// <exception cref="ArgumentNullException"><paramref name="documents"/> is null.</exception>
    public RuleSetLibrary(IReadOnlyDictionary<string, DefinitionResult> documents, IReadOnlyList<string>? places = null)
    {
        this.documents = (documents ?? throw new ArgumentNullException(nameof(documents))).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        Names = this.documents.Keys.OrderBy(name => name, StringComparer.Ordinal).ToArray();
        Places = places?.ToArray() ?? [];
    }

    /// <summary>A library without documents.</summary>
    public static RuleSetLibrary Empty { get; } = new(new Dictionary<string, DefinitionResult>());

    /// <summary>The names of its documents, in ordinal order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Where documents were looked for, in words for messages.</summary>
    public IReadOnlyList<string> Places { get; }

    /// <summary>Makes a library of what was read, each document under its own name.</summary>
    /// <param name="documents">What was read.</param>
    /// <returns>The library.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="documents"/> is null.</exception>
    /// <exception cref="ArgumentException">Two documents have one name.</exception>
    /// <exception cref="RuleSetException">A document has no header, so that it has no name.</exception>
    public static RuleSetLibrary Of(params DefinitionResult[] documents)
    {
        var byName = new Dictionary<string, DefinitionResult>(StringComparer.Ordinal);
        foreach (var document in documents ?? throw new ArgumentNullException(nameof(documents)))
        {
            var name = (document.Definition ?? throw new RuleSetException(document.Diagnostics)).Name.Text;
            if (byName.ContainsKey(name))
                throw new ArgumentException("two documents are called " + name, nameof(documents));
            byName.Add(name, document);
        }
        return new RuleSetLibrary(byName);
    }

    /// <summary>A library that holds a document besides, under its own name.</summary>
    internal RuleSetLibrary With(DefinitionResult document)
    {
        var more = new Dictionary<string, DefinitionResult>(documents, StringComparer.Ordinal) { [document.Definition!.Name.Text] = document };
        return new RuleSetLibrary(more, Places);
    }

    /// <summary>Looks up a document.</summary>
    /// <param name="name">The name under which it is used.</param>
    /// <returns>What was read; null if the library has none of that name.</returns>
    public DefinitionResult? Find(string name) => documents.TryGetValue(name, out var document) ? document : null;
}
