using System;

namespace Retail.Rules;

/// <summary>
/// Says which fact, or which member of a record of facts, a property gives, or which member of an enum a member of a C# enum stands for; where
/// there is none its own name does, ignoring case.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class FactNameAttribute : Attribute
{
    /// <summary>Names the fact.</summary>
    /// <param name="name">The name as the ruleset writes it; case does not count.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public FactNameAttribute(string name) => Name = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>The name.</summary>
    public string Name { get; }
}
