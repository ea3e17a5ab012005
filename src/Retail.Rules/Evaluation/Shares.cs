using System;
using Retail.Rules.Values;

namespace Retail.Rules.Evaluation;

/// <summary>
/// Divides a total by weights so that not a cent is lost or made: the method of largest remainders (Hamilton's). Each share is cut down to its
/// smallest unit; what is left over goes, a unit each, to the shares that were cut the most, of equal ones to those that stand first. Remainders
/// are compared as exact fractions. A negative total gives the shares of the positive one with their sign turned.
/// </summary>
internal static class Shares
{
    /// <summary>The shares of a total, in the order of the items.</summary>
    /// <param name="frame">Counts the work and owns the result.</param>
    /// <param name="total">What is divided, first rounded half away from zero to the places.</param>
    /// <param name="items">What shares in it.</param>
    /// <param name="weights">In what proportion, one weight an item; used up as scratch space.</param>
    /// <param name="places">Decimal places of the smallest unit, 0 to 18.</param>
    /// <returns>A list of records of item and share.</returns>
    /// <exception cref="EvaluationFault">A weight is negative, or there is a total and nothing to divide it by.</exception>
    public static Value Of(Frame frame, in Value total, Composite items, Composite weights, int places)
    {
        var rounded = Exact.Round(total, places);
        var units = Exact.Floor(Exact.Multiply(Exact.Abs(rounded), new Value(UnitsOfOne(places))));
        var sum = SumOf(weights);
        if (Exact.Sign(sum) == 0 && Exact.Sign(units) != 0)
            throw new EvaluationFault(FaultKind.NothingToSplitBy, items.Count == 0 ? "a split over no items" : "a split by weights that are all zero");

        var shares = CutDown(frame, units, sum, weights, out var left);
        if (left > 0)
            HandOut(frame, left, shares, weights);

        var unit = new Value(new decimal(1, 0, 0, Exact.Sign(rounded) < 0, (byte)places));
        for (var i = 0; i < shares.Count; i++)
        {
            var record = frame.Arena.Rent(2);
            record.Add(items.Items[i]);
            record.Add(Exact.Multiply(shares.Items[i], unit));
            shares.Items[i] = new Value(record);
        }
        return new Value(shares);
    }

    /// <summary>How many smallest units make 1.</summary>
    private static decimal UnitsOfOne(int places)
    {
        var units = 1m;
        for (var i = 0; i < places; i++)
            units *= 10m;
        return units;
    }

    private static Value SumOf(Composite weights)
    {
        var sum = default(Value);
        for (var i = 0; i < weights.Count; i++)
        {
            if (Exact.Sign(weights.Items[i]) < 0)
                throw new EvaluationFault(FaultKind.NegativeWeight, "a split by a negative weight");
            sum = Exact.Add(sum, weights.Items[i]);
        }
        return sum;
    }

    /// <summary>The whole units of each share. Turns the weights into remainders, all over the same denominator, the sum of the weights.</summary>
    private static Composite CutDown(Frame frame, in Value units, in Value sum, Composite weights, out int left)
    {
        var shares = frame.Arena.Rent(weights.Count);
        var rest = units;
        for (var i = 0; i < weights.Count; i++)
        {
            if (Exact.Sign(units) == 0)
            {
                shares.Add(default);
                continue;
            }
            var part = Exact.Multiply(units, weights.Items[i]);
            var whole = Exact.Floor(Exact.Divide(part, sum));
            shares.Add(whole);
            weights.Items[i] = Exact.Subtract(part, Exact.Multiply(whole, sum));
            rest = Exact.Subtract(rest, whole);
        }
        // Less than one unit an item was cut, so that the rest is fewer units than there are items.
        left = (int)rest.Numerator;
        return shares;
    }

    /// <summary>Gives a unit to each of the largest remainders, by a heap of which the largest is on top.</summary>
    private static void HandOut(Frame frame, int left, Composite shares, Composite remainders)
    {
        var count = shares.Count;
        frame.Search((int)Math.Min(int.MaxValue, count + (long)left * Levels(count)));
        var heap = frame.Arena.Positions(count);
        for (var i = 0; i < count; i++)
            heap[i] = i;
        for (var i = count / 2 - 1; i >= 0; i--)
            Sink(heap, i, count, remainders);
        for (; left > 0; left--)
        {
            shares.Items[heap[0]] = Exact.Add(shares.Items[heap[0]], Value.True);
            heap[0] = heap[--count];
            Sink(heap, 0, count, remainders);
        }
    }

    private static int Levels(int count)
    {
        var levels = 1;
        for (; count > 1; count >>= 1)
            levels++;
        return levels;
    }

    private static void Sink(int[] heap, int at, int count, Composite remainders)
    {
        var sinking = heap[at];
        while (2 * at + 1 < count)
        {
            var child = 2 * at + 1;
            if (child + 1 < count && ComesBefore(heap[child + 1], heap[child], remainders))
                child++;
            if (!ComesBefore(heap[child], sinking, remainders))
                break;
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = sinking;
    }

    private static bool ComesBefore(int left, int right, Composite remainders)
    {
        var order = Exact.Compare(remainders.Items[left], remainders.Items[right]);
        return order != 0 ? order > 0 : left < right;
    }
}
