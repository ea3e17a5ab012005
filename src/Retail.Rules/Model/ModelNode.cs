using System.Collections.Generic;
using Retail.Rules.Text;

namespace Retail.Rules.Model;

/// <summary>
/// A part of a ruleset as its author wrote it: names not yet looked up, nothing typed. Text and JSON both read into this
/// model and print from it. Every node is immutable once built and thread-safe.
/// </summary>
public abstract class ModelNode
{
    private protected ModelNode()
    {
    }

    /// <summary>Where it stands in <see cref="RuleSetDefinition.Source"/>; empty for a model built in code.</summary>
    public TextSpan Span { get; init; }
}

/// <summary>A part that stands on lines of its own and so may carry comments: a declaration, a row, a clause, a member.</summary>
public abstract class ModelItem : ModelNode
{
    private protected ModelItem()
    {
    }

    /// <summary>The comment lines above it, each without <c>//</c> and one following space. An empty string is an empty comment line.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>The comment at the end of its line, without <c>//</c> and one following space; null if there is none.</summary>
    public string? TrailingComment { get; init; }
}

/// <summary>A name at a place: a declared name, a member, a role. Immutable.</summary>
public sealed class Identifier : ModelNode
{
    /// <summary>The name as written, without quotes.</summary>
    public required string Text { get; init; }

    /// <summary>The name.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;
}
