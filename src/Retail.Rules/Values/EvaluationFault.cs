using System;

namespace Retail.Rules.Values;

/// <summary>Why an expression has no value though all it reads is known.</summary>
internal enum FaultKind
{
    DivisionByZero,
    Overflow,
    PartOfDay,
    StepLimit,
    SeveralRows,
    DifferentRows,
    SameKey,
    NegativeWeight,
    NothingToSplitBy,
    RateNotPositive,
    NoTime,
    NotInForce,
}

/// <summary>
/// Stops the expression that cannot be computed. Never leaves the engine: whoever judges a rule, define or output catches it, and the
/// decision is at least incomplete.
/// </summary>
internal sealed class EvaluationFault : Exception
{
    public EvaluationFault(FaultKind kind, string message)
        : base(message) => Kind = kind;

    public FaultKind Kind { get; }

    /// <summary>The define, table or select that could not be computed; null while none is known.</summary>
    public string? Where { get; set; }

    /// <summary>The same fault for another reader, who may name another cause.</summary>
    public EvaluationFault Copy() => new(Kind, Message) { Where = Where };

    public static EvaluationFault Overflow() => new(FaultKind.Overflow, "a number too large to compute with");
}
