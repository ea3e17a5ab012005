using System;
using System.Collections.Generic;
using System.Linq;
using NUnit.Framework;

namespace Retail.Rules.Tests.Analysis;

/// <summary>The arithmetic of bounds.</summary>
[TestFixture]
public class CostFormulaTests
{
    private static readonly CostFormula A = CostFormula.LengthOf("a");
    private static readonly CostFormula B = CostFormula.LengthOf("b.c");
    private static readonly Dictionary<string, int> Items = new() { ["a"] = 3, ["b.c"] = 5 };

    [Test]
    public void Terms_are_joined_and_stand_in_the_order_of_their_degree()
    {
        var formula = A.Plus(CostFormula.One).Times(B.Plus(A)).Plus(CostFormula.Of(2)).Plus(A);
        Assert.That(formula.ToString(), Is.EqualTo("2 + 2*a + b.c + a^2 + a*b.c"));
        Assert.That(formula.Lists, Is.EqualTo(new[] { "a", "b.c" }));
        Assert.That(formula.At(Items, 0), Is.EqualTo(2 + 6 + 5 + 9 + 15));
    }

    [Test]
    public void One_or_the_other_is_no_less_than_either()
    {
        var either = A.Times(2m).Plus(CostFormula.One).Or(A.Plus(B));
        Assert.That(either.ToString(), Is.EqualTo("1 + 2*a + b.c"));
    }

    [Test]
    public void Nothing_times_anything_is_nothing()
    {
        Assert.That(CostFormula.Zero.Times(CostFormula.Unbounded).ToString(), Is.EqualTo("0"));
        Assert.That(CostFormula.Zero.Lists, Is.Empty);
    }

    [Test]
    public void A_bound_is_rounded_up() => Assert.That(A.Times(A).Times(0.5m).At(Items, 0), Is.EqualTo(5));

    [Test]
    public void Lists_that_are_not_named_have_the_length_of_the_others() => Assert.That(A.Plus(CostFormula.LengthOf("z")).At(Items, 100), Is.EqualTo(103));

    [Test]
    public void What_is_too_large_is_the_largest_number_there_is()
    {
        var power = Enumerable.Repeat(A, 12).Aggregate(CostFormula.One, (product, list) => product.Times(list));
        Assert.That(power.ToString(), Is.EqualTo("a^12"));
        Assert.That(power.At(new Dictionary<string, int>(), int.MaxValue), Is.EqualTo(long.MaxValue));
        Assert.That(CostFormula.Of(decimal.MaxValue).Plus(CostFormula.Of(decimal.MaxValue)).At(Items, 0), Is.EqualTo(long.MaxValue));
        Assert.That(CostFormula.Of(decimal.MaxValue).Times(2m).IsBounded, Is.False);
    }

    [Test]
    public void Formulas_that_nobody_could_use_are_without_bound()
    {
        var many = Enumerable.Range(0, 257).Aggregate(CostFormula.Zero, (sum, i) => sum.Plus(CostFormula.LengthOf("l" + i)));
        var deep = Enumerable.Repeat(A, 13).Aggregate(CostFormula.One, (product, list) => product.Times(list));
        Assert.That(many.ToString(), Is.EqualTo("without bound"));
        Assert.That(deep.IsBounded, Is.False);
        Assert.That(many.Lists, Is.Empty);
        Assert.That(deep.Plus(A).Or(B).At(Items, 0), Is.EqualTo(long.MaxValue));
    }

    [Test]
    public void No_list_has_fewer_than_no_items()
    {
        Assert.That(() => A.At(new Dictionary<string, int> { ["a"] = -1 }, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => A.At(Items, -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => A.At(null!, 0), Throws.ArgumentNullException);
    }
}
