using System;
using System.Text.Json;
using NUnit.Framework;

namespace Retail.Rules.Vocabulary.Tests.Rules;

/// <summary>Sets a formula of C# beside the same one of the rule vocabularies, and both beside the number that is expected.</summary>
internal static class Parity
{
    public static readonly Currency Euro = new("EUR");

    public static Money Eur(decimal amount) => new(amount, Euro);

    public static Money? Eur(decimal? amount) => amount is { } known ? Eur(known) : null;

    public static Percent Pct(decimal points) => Percent.FromPoints(points);

    /// <summary>A member's name in rules and JSON.</summary>
    public static string NameOf<T>(T member)
        where T : struct, Enum => JsonSerializer.Serialize(member).Trim('"');

    /// <summary>The expected number is worked by hand to four places; C# and rules agree to the eighteen places of an output.</summary>
    public static void Check(decimal? expected, decimal? formula, FormattableString rules)
    {
        Assert.That(Rounded(formula, 4), Is.EqualTo(expected), "C#");
        Assert.That(RuleFormula.Number(FormattableString.Invariant(rules)), Is.EqualTo(Rounded(formula, 18)), "rules");
    }

    public static void Check(decimal? expected, Money? formula, FormattableString rules) => Check(expected, formula?.Amount, rules);

    /// <summary>The expected percent is in points.</summary>
    public static void Check(decimal? expectedPoints, Percent? formula, FormattableString rules)
    {
        Assert.That(Rounded(formula?.Points, 4), Is.EqualTo(expectedPoints), "C#");
        Assert.That(RuleFormula.Number(FormattableString.Invariant(rules)), Is.EqualTo(Rounded(formula?.Fraction, 18)), "rules");
    }

    public static void Check(bool? expected, bool? formula, FormattableString rules)
    {
        Assert.That(formula, Is.EqualTo(expected), "C#");
        Assert.That(RuleFormula.Value(FormattableString.Invariant(rules)), Is.EqualTo(expected), "rules");
    }

    public static void Check(DateOnly? expected, DateOnly? formula, FormattableString rules)
    {
        Assert.That(formula, Is.EqualTo(expected), "C#");
        Assert.That(RuleFormula.Value(FormattableString.Invariant(rules)), Is.EqualTo(expected?.ToDateTime(TimeOnly.MinValue)), "rules");
    }

    /// <summary>Rules judge what this division by zero or the like leaves as a fault, so that the decision is incomplete; C# gives unknown.</summary>
    public static void CheckFault(object? formula, FormattableString rules)
    {
        Assert.That(formula, Is.Null, "C#");
        Assert.That(RuleFormula.IsFault(FormattableString.Invariant(rules)), Is.True, "rules");
    }

    private static decimal? Rounded(decimal? value, int places) =>
        value is { } known ? decimal.Round(known, places, MidpointRounding.AwayFromZero) : null;
}
