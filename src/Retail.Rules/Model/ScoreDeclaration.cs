namespace Retail.Rules.Model;

/// <summary>
/// <c>score risk : percent = ai.risk only if ai is known and ai.modelApproved</c>: what a model says, which counts only under a condition and
/// may make a decision stricter, never better. Immutable.
/// </summary>
public sealed class ScoreDeclaration : Declaration
{
    /// <summary>The name.</summary>
    public required Identifier Name { get; init; }

    /// <summary>Its declared type; null if inferred.</summary>
    public TypeReference? Type { get; init; }

    /// <summary>The value.</summary>
    public required Expression Body { get; init; }

    /// <summary>The condition without which it is ignored, and reported.</summary>
    public required Expression OnlyIf { get; init; }

    /// <summary>The define that it is to whoever reads it.</summary>
    internal DefineDeclaration ToDefine() => new() { Name = Name, Type = Type, Body = Body, OnlyIf = OnlyIf, Span = Span };
}
