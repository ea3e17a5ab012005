using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Reflection;
using Retail.Rules.Evaluation;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Facts;

/// <summary>
/// A C# type that holds an amount and its currency: a decimal <c>Amount</c> and a <c>Currency</c> that is a string, an enum or a type whose
/// ToString gives the code. Immutable.
/// </summary>
internal sealed class ClrMoney
{
    private ClrMoney(PropertyInfo amount, PropertyInfo currency)
    {
        Amount = amount;
        Currency = currency;
    }

    public PropertyInfo Amount { get; }

    public PropertyInfo Currency { get; }

    /// <summary>The properties of an object of such a type; null if it is none.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "An object whose properties were trimmed is refused as no amount: the decision is incomplete, never another one.")]
    public static ClrMoney? Of(object fact) => Find(fact.GetType());

    /// <summary>The properties of such a type; null if it is none.</summary>
    [RequiresUnreferencedCode(FactMapper.ByProperties)]
    public static ClrMoney? Find(Type type)
    {
        if (!ClrProperties.HasMembers(type))
            return null;
        var properties = ClrProperties.Of(type);
        var amount = Named(FactMoney.Amount);
        var currency = Named(FactMoney.Currency);
        return amount is not null && currency is not null && (Nullable.GetUnderlyingType(amount.PropertyType) ?? amount.PropertyType) == typeof(decimal)
            && (currency.PropertyType == typeof(string) || currency.PropertyType.IsEnum || ClrProperties.HasMembers(currency.PropertyType))
            ? new ClrMoney(amount, currency)
            : null;

        PropertyInfo? Named(string name)
        {
            var found = properties.Where(property => string.Equals(ClrProperties.NameOf(property), name, StringComparison.OrdinalIgnoreCase)).ToArray();
            return found.Length == 1 ? found[0] : null;
        }
    }

    /// <summary>The members of one object, by reflection: for facts by name. May throw whatever its getters throw.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Read(object money)
    {
        yield return new KeyValuePair<string, object?>(FactMoney.Amount, Amount.GetValue(money));
        var currency = Currency.GetValue(money);
        yield return new KeyValuePair<string, object?>(FactMoney.Currency, currency is Enum member ? ClrEnums.NameOf(member) : currency?.ToString());
    }
}

/// <summary>Reads an object that holds an amount and its currency as money.</summary>
internal sealed class MoneyReader<T> : ClrReader<T>
{
    private readonly RuleType type;
    private readonly PropertyReader<T> amount;
    private readonly PropertyReader<T> currency;

    public MoneyReader(RuleType type, PropertyReader<T> amount, PropertyReader<T> currency)
    {
        this.type = type;
        this.amount = amount;
        this.currency = currency;
    }

    public override Value Read(ref T value, Frame frame) =>
        value is null ? Value.Absent : FactMoney.Of(amount.Read(ref value, frame), currency.Read(ref value, frame), type, frame);
}

/// <summary>Reads a currency by what its type calls it.</summary>
internal sealed class CurrencyReader<T> : ClrReader<T>
{
    public override Value Read(ref T value, Frame frame) => FactValues.FromText(value?.ToString(), RuleType.Text, frame.FactLog);
}
