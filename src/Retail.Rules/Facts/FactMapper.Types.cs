using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Binding;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Facts;

/// <content>Which C# types stand for which types of the language.</content>
internal sealed partial class FactMapper
{
    /// <summary>Currencies as C# enums name them.</summary>
    private static readonly EnumType AnyCurrency = new("Currency", EnumKind.Open, []);

    /// <summary>The reader of a C# type as a type of the language; null if it does not fit, which is reported.</summary>
    private object? ReaderOf(RuleType type, Type clr, Use use)
    {
        if (Nullable.GetUnderlyingType(clr) is { } underlying)
            return ReaderOf(type, underlying, use) is { } inner ? Make(typeof(NullableReader<>), [underlying], inner) : null;
        switch (type.Kind)
        {
            case TypeKind.List when ListItem(clr) is { } item:
                return ReaderOf(type.Element!, item, use) is { } items ? MakeList(clr, item, items) : null;
            case TypeKind.Record when ClrProperties.HasMembers(clr):
                return RecordReaderOf(type.Record!, clr, use);
            case TypeKind.Enum when clr.IsEnum:
                return EnumReaderOf(type.Enum!, clr, use);
            case TypeKind.Money when ClrMoney.Find(clr) is { } money:
                return MoneyReaderOf(type, clr, money, use);
            default:
                return SingleReaderOf(type, clr) ?? ReportMismatch(type, clr, use);
        }
    }

    /// <summary>The reader of a type that holds an amount and its currency.</summary>
    private object? MoneyReaderOf(RuleType type, Type clr, ClrMoney money, Use use)
    {
        var amount = ReaderOf(RuleType.Number, money.Amount.PropertyType, use)!;
        var clrCurrency = money.Currency.PropertyType;
        var currency = clrCurrency == typeof(string) ? SingleReaderOf(RuleType.Text, clrCurrency)!
            : clrCurrency.IsEnum ? EnumReaderOf(AnyCurrency, clrCurrency, use)!
            : Make(typeof(CurrencyReader<>), [clrCurrency]);
        return Make(typeof(MoneyReader<>), [clr], type, Property(FactMoney.Amount, money.Amount, amount), Property(FactMoney.Currency, money.Currency, currency));

        object Property(string name, System.Reflection.PropertyInfo property, object reader) =>
            Make(typeof(PropertyReader<,>), [clr, property.PropertyType], name, property.GetGetMethod()!, reader);
    }

    private object MakeList(Type list, Type item, object items)
    {
        var reader = typeof(IReadOnlyList<>).MakeGenericType(item).IsAssignableFrom(list) ? typeof(IndexedListReader<,>) : typeof(SequenceReader<,>);
        return Make(reader, [list, item], items, ruleSet.Limits.MaxListItems);
    }

    /// <summary>What an enumerable type enumerates; null if it is none, or several.</summary>
    private static Type? ListItem(Type clr)
    {
        if (clr == typeof(string))
            return null;
        // An array of an enum enumerates its numbers as well on Mono.
        if (clr.IsArray)
            return clr.GetArrayRank() == 1 ? clr.GetElementType() : null;
        var sequences = clr.GetInterfaces().Concat([clr]).Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>)).ToArray();
        return sequences.Length == 1 ? sequences[0].GetGenericArguments()[0] : null;
    }

    private object? EnumReaderOf(EnumType type, Type clr, Use use)
    {
        var make = new Func<EnumType, Use, object?>(EnumReaderOf<DayOfWeek>).Method.GetGenericMethodDefinition().MakeGenericMethod(clr);
        return make.Invoke(this, [type, use]);
    }

    private object? EnumReaderOf<T>(EnumType type, Use use)
        where T : struct, Enum
    {
        var members = ClrEnums.Members<T>(type, out var strangers);
        if (strangers.Count == 0)
            return new EnumReader<T>(type, members);
        if (reportedEnums.Add((type, typeof(T))))
        {
            var suggestion = strangers.Count == 1 ? Spelling.Suggest(strangers[0], type.Members) : null;
            Report(FactMapDiagnostics.UnknownEnumMember, use.Owner.Span, use.Owner.Path + use.Name, type.Name, string.Join(", ", strangers.Select(stranger => typeof(T).Name + "." + stranger)),
                suggestion is null
                    ? FactProblems.Members(type) + "; mark C# members `[FactName(\"...\")]` with theirs, make `" + type.Name + "` an open enum, or leave the property null for no value"
                    : "did you mean `" + suggestion + "`? mark the C# member `[FactName(\"" + suggestion + "\")]`");
        }
        return null;
    }

    private static object? SingleReaderOf(RuleType type, Type clr) => type.Kind switch
    {
        TypeKind.Number or TypeKind.Money => NumberReaderOf(type, clr),
        TypeKind.Percent => clr == typeof(decimal) ? NumberReaderOf(type, clr) : null,
        TypeKind.Boolean => clr == typeof(bool) ? new SingleReader<bool>(type, FactValues.FromBoolean) : null,
        TypeKind.Text or TypeKind.Enum => clr == typeof(string) ? new SingleReader<string?>(type, FactValues.FromText) : null,
        TypeKind.Date when clr == typeof(DateTime) => new SingleReader<DateTime>(type, FactValues.FromDate),
#if NET8_0_OR_GREATER
        TypeKind.Date when clr == typeof(DateOnly) => new SingleReader<DateOnly>(type, FactValues.FromDate),
#endif
        TypeKind.Instant when clr == typeof(DateTimeOffset) => new SingleReader<DateTimeOffset>(type, FactValues.FromInstant),
        TypeKind.Instant when clr == typeof(DateTime) => new SingleReader<DateTime>(type, FactValues.FromInstant),
        TypeKind.Duration => clr == typeof(TimeSpan) ? new SingleReader<TimeSpan>(type, FactValues.FromDuration) : null,
        _ => null,
    };

    private static object? NumberReaderOf(RuleType type, Type clr) => Type.GetTypeCode(clr.IsEnum ? typeof(object) : clr) switch
    {
        TypeCode.Decimal => new SingleReader<decimal>(type, FactValues.FromDecimal),
        TypeCode.Int32 => new SingleReader<int>(type, (number, _, _) => new Value((decimal)number)),
        TypeCode.Int64 => new SingleReader<long>(type, (number, _, _) => new Value((decimal)number)),
        TypeCode.Int16 => new SingleReader<short>(type, (number, _, _) => new Value((decimal)number)),
        TypeCode.SByte => new SingleReader<sbyte>(type, (number, _, _) => new Value((decimal)number)),
        TypeCode.UInt32 => new SingleReader<uint>(type, (number, _, _) => new Value((decimal)number)),
        TypeCode.UInt64 => new SingleReader<ulong>(type, (number, _, _) => new Value((decimal)number)),
        TypeCode.UInt16 => new SingleReader<ushort>(type, (number, _, _) => new Value((decimal)number)),
        TypeCode.Byte => new SingleReader<byte>(type, (number, _, _) => new Value((decimal)number)),
        _ => null,
    };

    /// <summary>Says of the whole property that it does not fit, though it may be the items of a list that do not.</summary>
    private object? ReportMismatch(RuleType type, Type clr, Use use)
    {
        var isFloating = clr == typeof(double) || clr == typeof(float);
        Report(FactMapDiagnostics.WrongType, use.Owner.Span, use.Owner.Path + use.Name, Binder.A(use.Type.AsKnown()),
            Written(use.Owner, use.Property), ClrNames.WithArticle(use.Property.PropertyType),
            (isFloating && type.IsNumeric ? "a " + ClrNames.Of(clr) + " is not exact: " : "") + "declare it as " + Declaration(use.Type)
            + (type.Kind == TypeKind.Percent ? " and give fractions: 0.25 is 25%" : ""));
        return null;
    }

    /// <summary>The C# type to declare for a type of the language.</summary>
    private static string Declaration(RuleType type) => type.Kind switch
    {
        TypeKind.List => "a list of " + Declaration(type.Element!),
        TypeKind.Record => "a class or struct with the properties " + FactProblems.Names(type.Record!.Fields.Select(field => field.Name)),
        TypeKind.Date => nameof(DateTime),
        TypeKind.Instant => nameof(DateTimeOffset),
        TypeKind.Duration => nameof(TimeSpan),
        TypeKind.Boolean => "bool",
        TypeKind.Text => "string",
        TypeKind.Enum => "string or a C# enum",
        _ => "decimal",
    };
}
