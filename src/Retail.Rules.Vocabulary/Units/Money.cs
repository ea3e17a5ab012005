using System;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// An amount of money in one currency, exact to the digits of <see cref="decimal"/>. Two currencies never meet: adding, subtracting and
/// comparing them throws. Immutable and thread-safe.
/// </summary>
/// <param name="Amount">The amount in whole currency units (2.50 is two euro fifty); may be negative.</param>
/// <param name="Currency">The currency.</param>
[JsonConverter(typeof(MoneyJsonConverter))]
public readonly record struct Money(decimal Amount, Currency Currency) : IComparable<Money>
{
    /// <summary>Nothing, in a currency.</summary>
    /// <param name="currency">The currency.</param>
    /// <returns>Zero.</returns>
    public static Money Zero(Currency currency) => new(0m, currency);

    /// <summary>The sum of two amounts of one currency.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">Another.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="CurrencyMismatchException">They are in different currencies.</exception>
    public static Money operator +(Money left, Money right) => new(left.Amount + right.In(left.Currency), left.Currency);

    /// <summary>The difference of two amounts of one currency.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">What is taken off it.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="CurrencyMismatchException">They are in different currencies.</exception>
    public static Money operator -(Money left, Money right) => new(left.Amount - right.In(left.Currency), left.Currency);

    /// <summary>The amount with its sign turned.</summary>
    /// <param name="money">An amount.</param>
    /// <returns>The opposite amount.</returns>
    public static Money operator -(Money money) => money with { Amount = -money.Amount };

    /// <summary>An amount times a number.</summary>
    /// <param name="money">An amount.</param>
    /// <param name="factor">The number, such as units.</param>
    /// <returns>The product, not rounded.</returns>
    public static Money operator *(Money money, decimal factor) => money with { Amount = money.Amount * factor };

    /// <summary>A part of an amount.</summary>
    /// <param name="money">An amount.</param>
    /// <param name="part">The part.</param>
    /// <returns>The product, not rounded.</returns>
    public static Money operator *(Money money, Percent part) => money with { Amount = money.Amount * part.Fraction };

    /// <summary>An amount over a number.</summary>
    /// <param name="money">An amount.</param>
    /// <param name="divisor">The number, such as units; not zero.</param>
    /// <returns>The quotient, to the 28 digits of <see cref="decimal"/>.</returns>
    /// <exception cref="DivideByZeroException"><paramref name="divisor"/> is zero.</exception>
    public static Money operator /(Money money, decimal divisor) => money with { Amount = money.Amount / divisor };

    /// <summary>How many times one amount holds another of the same currency.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">Another, not zero.</param>
    /// <returns>The ratio, to the 28 digits of <see cref="decimal"/>.</returns>
    /// <exception cref="CurrencyMismatchException">They are in different currencies.</exception>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static decimal operator /(Money left, Money right) => left.Amount / right.In(left.Currency);

    /// <summary>Whether one amount is smaller.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">Another of the same currency.</param>
    /// <returns>True if <paramref name="left"/> is smaller.</returns>
    /// <exception cref="CurrencyMismatchException">They are in different currencies.</exception>
    public static bool operator <(Money left, Money right) => left.Amount < right.In(left.Currency);

    /// <summary>Whether one amount is greater.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">Another of the same currency.</param>
    /// <returns>True if <paramref name="left"/> is greater.</returns>
    /// <exception cref="CurrencyMismatchException">They are in different currencies.</exception>
    public static bool operator >(Money left, Money right) => left.Amount > right.In(left.Currency);

    /// <summary>Whether one amount is smaller or equal.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">Another of the same currency.</param>
    /// <returns>True if <paramref name="left"/> is not greater.</returns>
    /// <exception cref="CurrencyMismatchException">They are in different currencies.</exception>
    public static bool operator <=(Money left, Money right) => left.Amount <= right.In(left.Currency);

    /// <summary>Whether one amount is greater or equal.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">Another of the same currency.</param>
    /// <returns>True if <paramref name="left"/> is not smaller.</returns>
    /// <exception cref="CurrencyMismatchException">They are in different currencies.</exception>
    public static bool operator >=(Money left, Money right) => left.Amount >= right.In(left.Currency);

    /// <summary>The smaller of two amounts of one currency.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">Another.</param>
    /// <returns>The smaller.</returns>
    /// <exception cref="CurrencyMismatchException">They are in different currencies.</exception>
    public static Money Min(Money left, Money right) => left <= right ? left : right;

    /// <summary>The greater of two amounts of one currency.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">Another.</param>
    /// <returns>The greater.</returns>
    /// <exception cref="CurrencyMismatchException">They are in different currencies.</exception>
    public static Money Max(Money left, Money right) => left >= right ? left : right;

    /// <summary>The amount rounded half away from zero to the smallest unit of its currency, as outputs and journals carry it.</summary>
    /// <returns>The rounded amount.</returns>
    public Money Round() => Round(Currency.MinorUnitPlaces);

    /// <summary>The amount rounded half away from zero.</summary>
    /// <param name="places">Decimal places, 0 to 28.</param>
    /// <returns>The rounded amount.</returns>
    public Money Round(int places) => this with { Amount = decimal.Round(Amount, places, MidpointRounding.AwayFromZero) };

    /// <summary>The amount in another currency at a stated rate. There is no other conversion.</summary>
    /// <param name="currency">The other currency.</param>
    /// <param name="rate">Units of <paramref name="currency"/> for one unit of this currency, above zero: the agreement's rate rather than today's.</param>
    /// <returns>The product, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is not above zero.</exception>
    public Money ConvertTo(Currency currency, decimal rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        return new Money(Amount * rate, currency);
    }

    /// <summary>Compares two amounts of one currency.</summary>
    /// <param name="other">The other.</param>
    /// <returns>Below zero, zero or above zero.</returns>
    /// <exception cref="CurrencyMismatchException">They are in different currencies.</exception>
    public int CompareTo(Money other) => Amount.CompareTo(other.In(Currency));

    /// <summary>The amount as rules write it.</summary>
    /// <returns>Such as <c>2.50 EUR</c>.</returns>
    public override string ToString() => Amount.ToString(CultureInfo.InvariantCulture) + " " + Currency.Code;

    internal decimal In(Currency currency) => Currency == currency ? Amount : throw new CurrencyMismatchException(currency, Currency);
}
