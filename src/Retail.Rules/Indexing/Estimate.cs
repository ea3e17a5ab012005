using System;
using System.Collections.Generic;
using Retail.Rules.Evaluation;
using Retail.Rules.Values;
#if NET8_0_OR_GREATER
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace Retail.Rules.Indexing;

/// <summary>
/// The sums of rules of one <see cref="LinearForm"/>, in floating point, beside the most that they can be wrong by: a row that is clear of 0 by
/// more is decided, any other is judged by exact numbers. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// A coefficient becomes a double with an error of less than 3 units in the last place, an operand with less than 7, and each of at most 4
/// factors and 8 terms adds one when it is multiplied or added (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., 3.1): less than
/// 60 units of the sum of magnitudes in all. <see cref="Margin"/> is about 450. What is no number compares as neither and is judged.
/// </remarks>
internal sealed class Estimate
{
    private const double Margin = 1e-13;

    private readonly IReadOnlyList<IndexOperand>[] operands;

    /// <summary>By term, then by row.</summary>
    private readonly double[][] coefficients;

    public Estimate(LinearForm[] rows)
    {
        var terms = rows[0].Terms;
        operands = new IReadOnlyList<IndexOperand>[terms.Count];
        coefficients = new double[terms.Count][];
        for (var term = 0; term < terms.Count; term++)
        {
            operands[term] = terms[term].Operands;
            coefficients[term] = new double[rows.Length];
            for (var row = 0; row < rows.Length; row++)
                coefficients[term][row] = Approximation.Of(rows[row].Terms[term].Coefficient);
        }
    }

    public int TermCount => operands.Length;

    /// <summary>The value of each term's operands in a frame; not a number where an operand is unknown or no decimals hold it.</summary>
    public void Read(Frame frame, IndexSearch search)
    {
        for (var term = 0; term < operands.Length; term++)
        {
            var product = 1d;
            for (var i = 0; i < operands[term].Count; i++)
                product *= Approximation.Of(operands[term][i].Node.Evaluate(frame));
            search.Factors[term] = product;
        }
    }

    /// <summary>Whether a row surely holds (1), surely does not (-1), or must be judged (0).</summary>
    public int Sign(IndexSearch search, int row)
    {
        var (sum, magnitude) = (0d, 0d);
        for (var term = 0; term < coefficients.Length; term++)
        {
            var value = coefficients[term][row] * search.Factors[term];
            sum += value;
            magnitude += Math.Abs(value);
        }
        var error = Margin * magnitude;
        return sum < -error ? 1 : sum > error ? -1 : 0;
    }

#if NET8_0_OR_GREATER
    /// <summary>For four rows: a bit each for those that surely hold, and for those that may.</summary>
    public (uint Sure, uint Possible) Signs(IndexSearch search, int row)
    {
        var sum = Vector256<double>.Zero;
        var magnitude = Vector256<double>.Zero;
        for (var term = 0; term < coefficients.Length; term++)
        {
            var value = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(coefficients[term]), (nuint)row) * Vector256.Create(search.Factors[term]);
            sum += value;
            magnitude += Vector256.Abs(value);
        }
        var error = magnitude * Margin;
        var sure = Vector256.LessThan(sum, -error).ExtractMostSignificantBits();
        var ruledOut = Vector256.GreaterThan(sum, error).ExtractMostSignificantBits();
        return (sure, ~ruledOut & 0xF);
    }
#endif
}
