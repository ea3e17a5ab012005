namespace Retail.Rules.Model;

/// <summary><c>SYNC.sequenceGap</c>: what the reasons of a rule are filed under, for routing and statistics. Immutable.</summary>
public sealed class ReasonCode : ModelNode
{
    /// <summary>The family, a member of <c>enum ReasonFamily</c> where the ruleset declares one.</summary>
    public required Identifier Family { get; init; }

    /// <summary>The name inside the family.</summary>
    public required Identifier Name { get; init; }

    /// <summary>The code as decisions carry it.</summary>
    /// <returns><see cref="Family"/> and <see cref="Name"/> with a dot between.</returns>
    public override string ToString() => Family.Text + "." + Name.Text;
}
