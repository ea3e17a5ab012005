using System;
using System.Numerics;

namespace Retail.Rules.Values;

/// <summary>
/// Exact arithmetic on numbers: every result is the true rational. Each operation first tries decimals, where it can tell beforehand that
/// nothing will be rounded; only what does not fit goes through big integers.
/// </summary>
internal static class Exact
{
    /// <summary>Above this the high word of a sum could overflow.</summary>
    private const uint RoomForSum = 0x3FFF_FFFF;

    /// <summary>By decimal places, 0 to 18.</summary>
    private static readonly decimal[] UnitsInOne =
        [1e0m, 1e1m, 1e2m, 1e3m, 1e4m, 1e5m, 1e6m, 1e7m, 1e8m, 1e9m, 1e10m, 1e11m, 1e12m, 1e13m, 1e14m, 1e15m, 1e16m, 1e17m, 1e18m];

    public static Value Add(in Value left, in Value right)
    {
        if (IsPlain(left) && IsPlain(right) && TryAdd(left.Numerator, right.Numerator, out var sum))
            return new Value(sum);
        if (AreFractions(left, right))
        {
            var (leftDenominator, rightDenominator) = (DenominatorOf(left), DenominatorOf(right));
            if (leftDenominator == rightDenominator && TryAdd(left.Numerator, right.Numerator, out var shared))
                return Fraction(shared, leftDenominator);
            if (TryMultiply(left.Numerator, rightDenominator, out var first) && TryMultiply(right.Numerator, leftDenominator, out var second)
                && TryAdd(first, second, out var numerator) && TryMultiply(leftDenominator, rightDenominator, out var denominator))
                return Fraction(numerator, denominator);
        }
        var (leftTop, leftBottom) = BigRational.Of(left);
        var (rightTop, rightBottom) = BigRational.Of(right);
        return BigRational.ToValue(leftTop * rightBottom + rightTop * leftBottom, leftBottom * rightBottom);
    }

    public static Value Subtract(in Value left, in Value right) =>
        IsPlain(left) && IsPlain(right) && TryAdd(left.Numerator, -right.Numerator, out var difference) ? new Value(difference) : Add(left, Negate(right));

    public static Value Multiply(in Value left, in Value right)
    {
        if (AreFractions(left, right) && TryMultiply(left.Numerator, right.Numerator, out var numerator))
        {
            if (left.Denominator == 0m && right.Denominator == 0m)
                return new Value(numerator);
            if (TryMultiply(DenominatorOf(left), DenominatorOf(right), out var denominator))
                return Fraction(numerator, denominator);
        }
        var (leftTop, leftBottom) = BigRational.Of(left);
        var (rightTop, rightBottom) = BigRational.Of(right);
        return BigRational.ToValue(leftTop * rightTop, leftBottom * rightBottom);
    }

    /// <exception cref="EvaluationFault">The divisor is zero, or the result too large.</exception>
    public static Value Divide(in Value left, in Value right)
    {
        if (Sign(right) == 0)
            throw new EvaluationFault(FaultKind.DivisionByZero, "division by zero");
        if (IsPlain(left) && IsPlain(right))
            return new DecimalParts(right.Numerator).IsNegative ? Fraction(-left.Numerator, -right.Numerator) : Fraction(left.Numerator, right.Numerator);
        if (AreFractions(left, right)
            && TryMultiply(left.Numerator, DenominatorOf(right), out var numerator)
            && TryMultiply(DenominatorOf(left), right.Numerator, out var denominator))
            return denominator < 0m ? Fraction(-numerator, -denominator) : Fraction(numerator, denominator);
        var (leftTop, leftBottom) = BigRational.Of(left);
        var (rightTop, rightBottom) = BigRational.Of(right);
        return BigRational.ToValue(leftTop * rightBottom, leftBottom * rightTop);
    }

    public static Value Negate(in Value value)
    {
        if (value.Reference is not BigRational)
            return new Value(-value.Numerator, value.Denominator);
        var (top, bottom) = BigRational.Of(value);
        return BigRational.ToValue(-top, bottom);
    }

    public static Value Abs(in Value value) => Sign(value) < 0 ? Negate(value) : value;

    public static int Sign(in Value value) =>
        value.Reference is BigRational big ? big.Numerator.Sign : new DecimalParts(value.Numerator).Sign;

    /// <summary>The largest whole number that is not above the value.</summary>
    public static Value Floor(in Value value)
    {
        if (IsPlain(value))
            return new Value(decimal.Floor(value.Numerator));
        if (TryFloor(value, out var whole))
            return new Value(whole);
        var (top, bottom) = BigRational.Of(value);
        var quotient = BigInteger.DivRem(top, bottom, out var rest);
        return BigRational.ToValue(rest.Sign < 0 ? quotient - 1 : quotient, BigInteger.One);
    }

    public static Value Ceiling(in Value value) => Negate(Floor(Negate(value)));

    /// <summary>Rounds half away from zero.</summary>
    /// <param name="value">The number.</param>
    /// <param name="places">Decimal places, 0 to 18.</param>
    public static Value Round(in Value value, int places)
    {
        if (IsPlain(value))
            return new Value(decimal.Round(value.Numerator, places, MidpointRounding.AwayFromZero));
        // Multiplied by the units in one, since divided by the unit a denominator would become less than 1, and its floor a matter for big integers.
        var unit = new decimal(1, 0, 0, false, (byte)places);
        var units = Floor(Add(Multiply(Abs(value), new Value(UnitsInOne[places])), new Value(0.5m)));
        var rounded = Multiply(units, new Value(unit));
        return Sign(value) < 0 ? Negate(rounded) : rounded;
    }

    public static int Compare(in Value left, in Value right)
    {
        if (IsPlain(left) && IsPlain(right))
            return decimal.Compare(left.Numerator, right.Numerator);
        if (AreFractions(left, right)
            && TryMultiply(left.Numerator, DenominatorOf(right), out var first)
            && TryMultiply(right.Numerator, DenominatorOf(left), out var second))
            return decimal.Compare(first, second);
        var (leftTop, leftBottom) = BigRational.Of(left);
        var (rightTop, rightBottom) = BigRational.Of(right);
        return (leftTop * rightBottom).CompareTo(rightTop * leftBottom);
    }

    public static bool AreEqual(in Value left, in Value right) => Compare(left, right) == 0;

    public static bool IsInteger(in Value value) => Compare(value, Floor(value)) == 0;

    /// <summary>The number rounded half away from zero to some places, as one decimal without trailing zeros.</summary>
    /// <exception cref="EvaluationFault">A decimal cannot hold it.</exception>
    public static decimal ToDecimal(in Value value, int places)
    {
        var rounded = Simplify(Round(value, places));
        if (!IsPlain(rounded))
            throw EvaluationFault.Overflow();
        return WithoutTrailingZeros(rounded.Numerator);
    }

    /// <summary>The number rounded half away from zero to some places, as one decimal, with whatever zeros it has at its end.</summary>
    /// <exception cref="EvaluationFault">A decimal cannot hold it.</exception>
    public static Value Fit(in Value value, int places)
    {
        if (IsPlain(value) && new DecimalParts(value.Numerator).Scale <= places)
            return value;
        var rounded = Round(value, places);
        return IsPlain(rounded) ? rounded : new Value(ToDecimal(rounded, places));
    }

    /// <summary>The same number as one decimal where one can hold it: for constants, so that evaluations start from the cheap form.</summary>
    public static Value Simplify(in Value value)
    {
        if (IsPlain(value))
            return value;
        var (top, bottom) = BigRational.Of(value);
        return BigRational.ToValue(top, bottom);
    }

    /// <summary>A decimal with the lowest scale that holds it; zero without a sign.</summary>
    public static decimal WithoutTrailingZeros(decimal number) =>
        number == 0m ? 0m : number / 1.0000000000000000000000000000m;

    /// <summary>Whether a value is one decimal.</summary>
    private static bool IsPlain(in Value value) => value.Reference is null && new DecimalParts(value.Denominator).IsZero;

    /// <summary>Whether both values are fractions of decimals.</summary>
    private static bool AreFractions(in Value left, in Value right) => left.Reference is null && right.Reference is null;

    private static decimal DenominatorOf(in Value value) => new DecimalParts(value.Denominator).IsZero ? 1m : value.Denominator;

    private static Value Fraction(decimal numerator, decimal denominator) =>
        new DecimalParts(numerator).IsZero || denominator == 1m ? new Value(numerator) : new Value(numerator, denominator);

    private static bool TryAdd(decimal left, decimal right, out decimal sum)
    {
        var first = new DecimalParts(left);
        var second = new DecimalParts(right);
        if (DecimalParts.TryAdd(first, second, out sum))
            return true;
        if (first.High > RoomForSum || second.High > RoomForSum)
        {
            sum = 0m;
            return false;
        }
        // A sum that does not fit is rounded to fewer places than its terms have.
        sum = left + right;
        return new DecimalParts(sum).Scale == Math.Max(first.Scale, second.Scale);
    }

    private static bool TryMultiply(decimal left, decimal right, out decimal product)
    {
        var first = new DecimalParts(left);
        var second = new DecimalParts(right);
        if (DecimalParts.TryMultiply(first, second, out product))
            return true;
        if (first.Scale + second.Scale > 28 || first.BitsAtMost + second.BitsAtMost > 96)
        {
            product = 0m;
            return left == 0m || right == 0m;
        }
        product = left * right;
        return true;
    }

    private static bool TryFloor(in Value value, out decimal whole)
    {
        whole = 0m;
        if (value.Reference is not null || value.Denominator < 1m || new DecimalParts(value.Numerator).High > RoomForSum)
            return false;
        // The quotient may be rounded, so the remainder tells whether its floor is one too high or too low.
        whole = decimal.Floor(value.Numerator / value.Denominator);
        if (!TryMultiply(whole, value.Denominator, out var product) || !TryAdd(value.Numerator, -product, out var rest))
            return false;
        if (rest < 0m)
            whole -= 1m;
        else if (rest >= value.Denominator)
            whole += 1m;
        return true;
    }
}
