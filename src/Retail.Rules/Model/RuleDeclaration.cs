using System.Collections.Generic;

namespace Retail.Rules.Model;

/// <summary>When a rule is judged.</summary>
public enum RuleKind
{
    /// <summary>With all the others.</summary>
    Ordinary,

    /// <summary>Before all others, in the order of the text; one that fires ends the decision.</summary>
    Stop,

    /// <summary>After all others, seeing their outcome.</summary>
    Final,
}

/// <summary>A rule: in the order of its clauses, the first <c>when</c> that holds has its effects. Immutable.</summary>
public sealed class RuleDeclaration : Declaration
{
    /// <summary>Ordinary, stop or final.</summary>
    public RuleKind Kind { get; init; }

    /// <summary>The rule's id, unique in the ruleset.</summary>
    public required Identifier Id { get; init; }

    /// <summary>What it is about, in a line.</summary>
    public required Identifier Title { get; init; }

    /// <summary>What its reasons are filed under; null if it has no code.</summary>
    public ReasonCode? Code { get; init; }

    /// <summary>The role that answers for the rule; null if nobody is named.</summary>
    public Identifier? Owner { get; init; }

    /// <summary>The days on which it is in force; null if it always is.</summary>
    public EffectiveWindow? Effective { get; init; }

    /// <summary>The list it judges item by item; null if it is judged once.</summary>
    public ForEachHeader? ForEach { get; init; }

    /// <summary>The condition without which it does not apply; null if it always does.</summary>
    public Expression? OnlyIf { get; init; }

    /// <summary>Its clauses; at least one.</summary>
    public required IReadOnlyList<Clause> Clauses { get; init; }
}

/// <summary><c>for each f in funding</c>. Immutable.</summary>
public sealed class ForEachHeader : ModelNode
{
    /// <summary>What an item is called.</summary>
    public required Identifier Item { get; init; }

    /// <summary>The list.</summary>
    public required Expression Source { get; init; }
}

/// <summary><c>when … then …</c>. Immutable.</summary>
public sealed class Clause : ModelItem
{
    /// <summary>The condition.</summary>
    public required Expression When { get; init; }

    /// <summary>What follows from it; at least one.</summary>
    public required IReadOnlyList<Effect> Effects { get; init; }
}

/// <summary>What a clause does to the decision.</summary>
public enum EffectKind
{
    /// <summary>Recorded; the verdict stays.</summary>
    Note,

    /// <summary>A condition on an approval.</summary>
    Require,

    /// <summary>Somebody must sign.</summary>
    Refer,

    /// <summary>What was approved has changed: the approval must be given again.</summary>
    ReApprove,

    /// <summary>Wait.</summary>
    Hold,

    /// <summary>Cannot be judged.</summary>
    Incomplete,

    /// <summary>No.</summary>
    Reject,
}

/// <summary>One effect of a clause. Immutable.</summary>
public sealed class Effect : ModelNode
{
    /// <summary>What it does.</summary>
    public EffectKind Kind { get; init; }

    /// <summary>Who must sign, for <see cref="EffectKind.Refer"/>: members of the role enum, or expressions that give one.</summary>
    public IReadOnlyList<Expression> Roles { get; init; } = [];

    /// <summary>How long they have to answer, for <see cref="EffectKind.Refer"/>: a duration; null if no time is stated.</summary>
    public Expression? Within { get; init; }

    /// <summary>Whom the referral goes to once that time is over, for <see cref="EffectKind.Refer"/>; written as <see cref="Roles"/> are.</summary>
    public IReadOnlyList<Expression> EscalateTo { get; init; } = [];

    /// <summary>The author's text; null if the engine writes it. Always there for <see cref="EffectKind.Require"/>.</summary>
    public TextTemplate? Text { get; init; }
}

/// <summary>A text with holes: <c>"reprice {was} to {new}"</c>. Immutable.</summary>
public sealed class TextTemplate : ModelNode
{
    /// <summary>The parts in order.</summary>
    public required IReadOnlyList<TextPart> Parts { get; init; }
}

/// <summary>A part of a <see cref="TextTemplate"/>: either literal characters or a hole. Immutable.</summary>
public sealed class TextPart : ModelNode
{
    /// <summary>The characters; null for a hole.</summary>
    public string? Literal { get; init; }

    /// <summary>The value to print; null for literal characters.</summary>
    public Expression? Hole { get; init; }
}
