namespace Retail.Rules.Model;

/// <summary><c>effective from 2026-08-01 until 2027-03-01</c>: the days on which something is in force. Immutable.</summary>
public sealed class EffectiveWindow : ModelNode
{
    /// <summary>The first day; null if it was always in force.</summary>
    public DateLiteral? From { get; init; }

    /// <summary>The first day after the last; null if it stays in force.</summary>
    public DateLiteral? Until { get; init; }
}
