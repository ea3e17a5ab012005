using System.Collections.Generic;

namespace Retail.Rules.Model;

/// <summary><c>input asOf, start : date</c>: facts that the host supplies. Immutable.</summary>
public sealed class InputDeclaration : Declaration
{
    /// <summary>The facts' names.</summary>
    public required IReadOnlyList<Identifier> Names { get; init; }

    /// <summary>Their type.</summary>
    public required TypeReference Type { get; init; }

    /// <summary>Their value where the host gives none; null if there is no default.</summary>
    public Expression? Default { get; init; }

    /// <summary>The condition under which they must be given; null if there is none.</summary>
    public Expression? RequiredWhen { get; init; }

    /// <summary>Whether an approval is of these facts: one that differs from what was approved is among <c>changed</c>.</summary>
    public bool IsCritical { get; init; }
}

/// <summary>Which way a value becomes stricter.</summary>
public enum TighterDirection
{
    /// <summary>Not said, so that any change may loosen.</summary>
    Unknown,

    /// <summary>A lower value is stricter.</summary>
    Lower,

    /// <summary>A higher value is stricter.</summary>
    Higher,
}

/// <summary><c>param maxDepth : percent = 50% tighter if lower within [30%..50%] owner TradingDirector overridable by CountryManager</c>. Immutable.</summary>
public sealed class ParamDeclaration : Declaration
{
    private Expression value = null!;

    /// <summary>The parameter's name.</summary>
    public required Identifier Name { get; init; }

    /// <summary>Its type.</summary>
    public required TypeReference Type { get; init; }

    /// <summary>Its value, a constant.</summary>
    public required Expression Value
    {
        get => value;
        init => this.value = value;
    }

    /// <summary>Which way it becomes stricter, which a layer is always free to go.</summary>
    public TighterDirection Tighter { get; init; }

    /// <summary>The interval or list that a value set by a host must be in; null if any will do.</summary>
    public Expression? Within { get; init; }

    /// <summary>Who may change it; null if nobody is named.</summary>
    public Identifier? Owner { get; init; }

    /// <summary>The owners of layers that may set it in any direction, inside <see cref="Within"/>; empty if it may only be tightened.</summary>
    public IReadOnlyList<Identifier> OverridableBy { get; init; } = [];

    /// <summary>The days on which the value is in force; null if it always is. A param may be declared once for each of several windows.</summary>
    public EffectiveWindow? Effective { get; init; }

    /// <summary>The same param with another value.</summary>
    internal ParamDeclaration With(Expression other)
    {
        var copy = (ParamDeclaration)MemberwiseClone();
        copy.value = other;
        return copy;
    }
}

/// <summary><c>set maxDepth = 40%</c>: a layer's value for a param of what it lies over. Immutable.</summary>
public sealed class SetDeclaration : Declaration
{
    /// <summary>The param.</summary>
    public required Identifier Name { get; init; }

    /// <summary>Its value, a constant.</summary>
    public required Expression Value { get; init; }
}

/// <summary><c>define counts(f : Funding) = f.status = signed</c>: a named expression. Immutable.</summary>
public sealed class DefineDeclaration : Declaration
{
    /// <summary>The name.</summary>
    public required Identifier Name { get; init; }

    /// <summary>Its parameters; empty for a plain value.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>Its declared type; null if inferred.</summary>
    public TypeReference? Type { get; init; }

    /// <summary>What it stands for.</summary>
    public required Expression Body { get; init; }

    /// <summary>The condition without which it is unknown; null if there is none.</summary>
    public Expression? OnlyIf { get; init; }
}

/// <summary>A parameter of a define or table. Immutable.</summary>
public sealed class Parameter : ModelNode
{
    /// <summary>Its name.</summary>
    public required Identifier Name { get; init; }

    /// <summary>Its type.</summary>
    public required TypeReference Type { get; init; }
}

/// <summary><c>output discountDepth</c>: a value that the decision carries. Immutable.</summary>
public sealed class OutputDeclaration : Declaration
{
    /// <summary>The output's name.</summary>
    public required Identifier Name { get; init; }

    /// <summary>Its value; null to output the value of the same name.</summary>
    public Expression? Value { get; init; }

    /// <summary>The condition without which it is left out; null if there is none.</summary>
    public Expression? OnlyIf { get; init; }

    /// <summary>Its decimal places; null for the header's.</summary>
    public NumberLiteral? Places { get; init; }
}

/// <summary><c>never approve when …</c>: what no example and no suite case may show. Immutable.</summary>
public sealed class NeverDeclaration : Declaration
{
    /// <summary>The verdict that must not come out.</summary>
    public required Identifier Verdict { get; init; }

    /// <summary>The condition under which it must not.</summary>
    public required Expression When { get; init; }
}

/// <summary><c>facts ordinary { … }</c>: named facts for examples. Immutable.</summary>
public sealed class FactsDeclaration : Declaration
{
    /// <summary>The name.</summary>
    public required Identifier Name { get; init; }

    /// <summary>The facts, constants all.</summary>
    public required RecordExpression Record { get; init; }
}

/// <summary><c>example "…" given … expect …</c>: a case that is run by every test. Immutable.</summary>
public sealed class ExampleDeclaration : Declaration
{
    /// <summary>What it shows.</summary>
    public required Identifier Title { get; init; }

    /// <summary>The named facts it starts from; null if it gives its own.</summary>
    public Identifier? BaseFacts { get; init; }

    /// <summary>Its own facts, or those that replace members of <see cref="BaseFacts"/>; null if there are none.</summary>
    public RecordExpression? Facts { get; init; }

    /// <summary>The verdict it expects; null in a ruleset without rules.</summary>
    public Identifier? Verdict { get; init; }

    /// <summary>The rules that must have fired, no others; null if not compared, empty for <c>none</c>.</summary>
    public IReadOnlyList<Identifier>? Rules { get; init; }

    /// <summary>The roles that must sign, no others; null if not compared, empty for <c>none</c>.</summary>
    public IReadOnlyList<Identifier>? Approvers { get; init; }

    /// <summary>The rules that must have set conditions, no others; null if not compared, empty for <c>none</c>.</summary>
    public IReadOnlyList<Identifier>? Conditions { get; init; }

    /// <summary>The facts that must be missing, no others; null if not compared, empty for <c>none</c>.</summary>
    public IReadOnlyList<Identifier>? Missing { get; init; }

    /// <summary>Outputs to compare; null if none are.</summary>
    public RecordExpression? Outputs { get; init; }
}
