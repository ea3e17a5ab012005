namespace Retail.Rules.Model;

/// <summary>What a layer did to a param or table of what it lies over. Immutable.</summary>
public sealed class LayerChange
{
    internal LayerChange(RuleSetDefinition layer, Declaration statement, Declaration before, Declaration after)
    {
        Layer = layer;
        Statement = statement;
        Before = before;
        After = after;
    }

    /// <summary>The layer, as it was read.</summary>
    public RuleSetDefinition Layer { get; }

    /// <summary>Its <see cref="SetDeclaration"/> or <see cref="SetTableDeclaration"/>; <see cref="RuleSetDefinition.SourceOf"/> says where it stands.</summary>
    public Declaration Statement { get; }

    /// <summary>The param or table before it.</summary>
    public Declaration Before { get; }

    /// <summary>The param or table after it.</summary>
    public Declaration After { get; }
}
