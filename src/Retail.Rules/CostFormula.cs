using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Retail.Rules;

/// <summary>
/// An upper bound that grows with the lists among the facts, a sum of products of their lengths: <c>212 + 14*receipts + 0.5*candidates^2</c>.
/// Immutable and thread-safe.
/// </summary>
public sealed class CostFormula
{
    /// <summary>Formulas of more terms, or of more lists inside of lists, say nothing that anyone could use: they count as without bound.</summary>
    private const int MaxTerms = 256;
    private const int MaxDegree = 12;

    internal static readonly CostFormula Zero = new([]);
    internal static readonly CostFormula One = Of(1);
    internal static readonly CostFormula Unbounded = new(null);

    /// <summary>In the order of printing, no two of the same lists; null if there is no bound.</summary>
    private readonly Term[]? terms;

    private CostFormula(Term[]? terms) => this.terms = terms;

    /// <summary>
    /// False if no bound can be told: it has more terms or larger numbers than anybody could use. <see cref="At"/> then gives <see cref="long.MaxValue"/>.
    /// </summary>
    public bool IsBounded => terms is not null;

    /// <summary>The lists whose lengths count, in ordinal order: facts by their name, lists inside of records by their path, such as <c>orders.lines</c>.</summary>
    public IReadOnlyList<string> Lists =>
        (terms ?? []).SelectMany(term => term.Lists).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToArray();

    internal bool IsZero => terms is { Length: 0 };

    /// <summary>The bound for lists of certain lengths.</summary>
    /// <param name="items">How many items lists have at most, by the names that <see cref="Lists"/> gives; of a list inside of records, in any one of them.</param>
    /// <param name="others">How many items all other lists have at most.</param>
    /// <returns>The bound, rounded up; <see cref="long.MaxValue"/> if it is larger than that, or if there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A length is negative.</exception>
    public long At(IReadOnlyDictionary<string, int> items, int others)
    {
        if ((items ?? throw new ArgumentNullException(nameof(items))).Values.Any(length => length < 0))
            throw new ArgumentOutOfRangeException(nameof(items), "a list cannot have fewer than no items");
        if (others < 0)
            throw new ArgumentOutOfRangeException(nameof(others), others, "a list cannot have fewer than no items");
        if (terms is null)
            return long.MaxValue;
        try
        {
            var sum = 0m;
            foreach (var term in terms)
                sum += term.Lists.Aggregate(term.Factor, (product, list) => product * (items.TryGetValue(list, out var length) ? length : others));
            return sum >= long.MaxValue ? long.MaxValue : (long)decimal.Ceiling(sum);
        }
        catch (OverflowException)
        {
            return long.MaxValue;
        }
    }

    /// <summary>The formula with <c>*</c> and <c>^</c>; <c>without bound</c> if there is none.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => terms is null ? "without bound" : IsZero ? "0" : string.Join(" + ", (object[])terms);

    internal static CostFormula Of(decimal constant) => constant == 0m ? Zero : new([new Term([], constant)]);

    /// <summary>The length of a list among the facts.</summary>
    internal static CostFormula LengthOf(string list) => new([new Term([list], 1m)]);

    /// <summary>The number that it is; null if it depends on lists.</summary>
    internal decimal? Constant => terms switch
    {
        { Length: 0 } => 0m,
        { Length: 1 } when terms[0].Lists.Length == 0 => terms[0].Factor,
        _ => null,
    };

    /// <summary>How many products it is the sum of; 0 if there is no bound.</summary>
    internal int TermCount => terms?.Length ?? 0;

    internal CostFormula Plus(CostFormula other)
    {
        if (IsZero || !other.IsBounded)
            return other;
        return other.IsZero || !IsBounded ? this : Merge(terms!, other.terms!, (left, right) => left + right);
    }

    /// <summary>A bound of both: of each product the greater factor.</summary>
    internal CostFormula Or(CostFormula other)
    {
        if (IsZero || !other.IsBounded)
            return other;
        return other.IsZero || !IsBounded ? this : Merge(terms!, other.terms!, Math.Max);
    }

    internal CostFormula Times(CostFormula other)
    {
        if (IsZero || other.IsZero)
            return Zero;
        if (!IsBounded || !other.IsBounded)
            return Unbounded;
        try
        {
            var products = new Dictionary<string, Term>(StringComparer.Ordinal);
            foreach (var product in terms!.SelectMany(_ => other.terms!, (left, right) => left.Times(right)))
                products[product.Key] = products.TryGetValue(product.Key, out var same) ? same.With(same.Factor + product.Factor) : product;
            return Of(products.Values.OrderBy(term => term));
        }
        catch (OverflowException)
        {
            return Unbounded;
        }
    }

    internal CostFormula Times(decimal factor) => Times(Of(factor));

    /// <summary>All terms of two formulas in their order; those of the same lists become one.</summary>
    private static CostFormula Merge(Term[] left, Term[] right, Func<decimal, decimal, decimal> join)
    {
        var merged = new List<Term>(left.Length + right.Length);
        try
        {
            for (int i = 0, j = 0; i < left.Length || j < right.Length;)
            {
                var order = i == left.Length ? 1 : j == right.Length ? -1 : left[i].CompareTo(right[j]);
                merged.Add(order < 0 ? left[i] : order > 0 ? right[j] : left[i].With(join(left[i].Factor, right[j].Factor)));
                i += order <= 0 ? 1 : 0;
                j += order >= 0 ? 1 : 0;
            }
        }
        catch (OverflowException)
        {
            return Unbounded;
        }
        return Of(merged);
    }

    private static CostFormula Of(IEnumerable<Term> sorted)
    {
        var terms = sorted.ToArray();
        return terms.Length > MaxTerms || terms[terms.Length - 1].Lists.Length > MaxDegree ? Unbounded : new CostFormula(terms);
    }

    /// <summary>A number times the lengths of some lists, in ordinal order; a list that stands twice is squared. In the order of degrees, then of names. Immutable.</summary>
    private sealed class Term : IComparable<Term>
    {
        public Term(string[] lists, decimal factor)
            : this(lists, string.Join("*", lists), factor)
        {
        }

        private Term(string[] lists, string key, decimal factor)
        {
            Lists = lists;
            Key = key;
            Factor = factor;
        }

        public string[] Lists { get; }

        public string Key { get; }

        public decimal Factor { get; }

        public Term With(decimal factor) => new(Lists, Key, factor);

        public Term Times(Term other) => new([.. Lists.Concat(other.Lists).OrderBy(name => name, StringComparer.Ordinal)], Factor * other.Factor);

        public int CompareTo(Term? other) => Lists.Length != other!.Lists.Length ? Lists.Length.CompareTo(other.Lists.Length) : string.CompareOrdinal(Key, other.Key);

        public override string ToString()
        {
            var powers = Lists.GroupBy(list => list, StringComparer.Ordinal).Select(list => list.Count() == 1 ? list.Key : list.Key + "^" + list.Count().ToString(CultureInfo.InvariantCulture));
            var number = Factor.ToString("0.############################", CultureInfo.InvariantCulture);
            return Lists.Length == 0 ? number : string.Join("*", Factor == 1m ? powers : new[] { number }.Concat(powers));
        }
    }
}
