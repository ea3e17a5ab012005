using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;

namespace Retail.Rules.Json;

/// <summary>The words that the JSON form uses for values of the model's enums, the same as in the text; read and written from one table.</summary>
internal static class JsonWords
{
    public static readonly IReadOnlyList<(string Word, EnumKind Value)> EnumKinds =
        [("closed", EnumKind.Closed), ("open", EnumKind.Open), ("ordered", EnumKind.Ordered)];

    /// <summary>The member that says what a document is and gives its name.</summary>
    public static readonly IReadOnlyList<(string Word, DocumentKind Value)> DocumentKinds =
        [("ruleset", DocumentKind.RuleSet), ("vocabulary", DocumentKind.Vocabulary), ("part", DocumentKind.Part), ("layer", DocumentKind.Layer)];

    public static readonly IReadOnlyList<(string Word, TighterDirection Value)> TighterDirections =
        [("lower", TighterDirection.Lower), ("higher", TighterDirection.Higher)];

    public static readonly IReadOnlyList<(string Word, RuleKind Value)> RuleKinds =
        [("ordinary", RuleKind.Ordinary), ("stop", RuleKind.Stop), ("final", RuleKind.Final)];

    public static readonly IReadOnlyList<(string Word, EffectKind Value)> Effects =
    [
        ("note", EffectKind.Note), ("require", EffectKind.Require), ("refer", EffectKind.Refer), ("re-approve", EffectKind.ReApprove),
        ("hold", EffectKind.Hold), ("incomplete", EffectKind.Incomplete), ("reject", EffectKind.Reject),
    ];

    public static readonly IReadOnlyList<(string Word, (HitPolicy Policy, CollectAggregation Aggregation) Value)> HitPolicies =
    [
        ("unique", (HitPolicy.Unique, CollectAggregation.None)), ("first", (HitPolicy.First, CollectAggregation.None)),
        ("any", (HitPolicy.Any, CollectAggregation.None)), ("priority", (HitPolicy.Priority, CollectAggregation.None)),
        ("rule order", (HitPolicy.RuleOrder, CollectAggregation.None)), ("output order", (HitPolicy.OutputOrder, CollectAggregation.None)),
        ("collect", (HitPolicy.Collect, CollectAggregation.None)), ("collect sum", (HitPolicy.Collect, CollectAggregation.Sum)),
        ("collect min", (HitPolicy.Collect, CollectAggregation.Min)), ("collect max", (HitPolicy.Collect, CollectAggregation.Max)),
        ("collect count", (HitPolicy.Collect, CollectAggregation.Count)),
    ];

    private static readonly BinaryOperator[] AllOperators =
#if NET8_0_OR_GREATER
        Enum.GetValues<BinaryOperator>();
#else
        (BinaryOperator[])Enum.GetValues(typeof(BinaryOperator));
#endif

    public static readonly IReadOnlyList<(string Word, BinaryOperator Value)> Operators =
        AllOperators.Select(op => (ExpressionText.Of(op), op)).ToArray();

    /// <summary>The operators that may lead a cell, longest first so that <c>&lt;=</c> is not taken for <c>&lt;</c>.</summary>
    public static readonly IReadOnlyList<(string Word, BinaryOperator Value)> Comparisons =
    [
        ("<>", BinaryOperator.NotEqual), ("<=", BinaryOperator.LessOrEqual), (">=", BinaryOperator.GreaterOrEqual),
        ("=", BinaryOperator.Equal), ("<", BinaryOperator.Less), (">", BinaryOperator.Greater),
    ];

    public static readonly IReadOnlyList<(string Word, (StateTest Test, bool IsNegated) Value)> StateTests =
    [
        ("known", (StateTest.Known, false)), ("unknown", (StateTest.Unknown, false)), ("empty", (StateTest.Empty, false)),
        ("not known", (StateTest.Known, true)), ("not unknown", (StateTest.Unknown, true)), ("not empty", (StateTest.Empty, true)),
    ];

    public static readonly IReadOnlyList<(string Word, (bool Low, bool High) Value)> Ends =
        [("[]", (true, true)), ("[)", (true, false)), ("(]", (false, true)), ("()", (false, false))];

    /// <summary>The word of a value; the first where the model holds a value that it should not.</summary>
    public static string Of<T>(IReadOnlyList<(string Word, T Value)> words, T value)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (EqualityComparer<T>.Default.Equals(words[i].Value, value))
                return words[i].Word;
        }
        return words[0].Word;
    }
}
