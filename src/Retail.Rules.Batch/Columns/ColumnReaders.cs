using System;
using System.Collections.Generic;
using Apache.Arrow;
using Apache.Arrow.Types;
using Retail.Rules.Facts;
using Retail.Rules.Types;

namespace Retail.Rules.Batch;

/// <summary>Finds what reads a column of one type as values of another.</summary>
internal sealed class ColumnReaders
{
    private readonly int maxItems;
    private readonly List<DecisionProblem> problems;
    private readonly List<string> path = [];

    /// <param name="limits">How long lists may be.</param>
    /// <param name="problems">Where it is noted what does not fit.</param>
    public ColumnReaders(RuleSetLimits limits, List<DecisionProblem> problems)
    {
        maxItems = limits.MaxListItems;
        this.problems = problems;
    }

    /// <summary>The reader; one that refuses every value if the column does not fit.</summary>
    public ColumnReader Find(string name, IArrowType column, RuleType type)
    {
        path.Add(name);
        var reader = Find(column, type);
        if (reader is RefusedColumn refused)
            problems.Add(new DecisionProblem(string.Join(".", path), refused.Why));
        path.RemoveAt(path.Count - 1);
        return reader;
    }

    private ColumnReader Find(IArrowType column, RuleType type) => column switch
    {
        NullType => new NullColumn(),
        DictionaryType dictionary => OfDictionary(dictionary, type),
        StringType or LargeStringType or StringViewType when type.Kind is not (TypeKind.Boolean or TypeKind.List or TypeKind.Record) => new TextColumn(type, column.TypeId),
        BooleanType when type.Kind == TypeKind.Boolean => new BooleanColumn(),
        Decimal128Type number when type.IsNumeric => new NumberColumn<Int128, DecimalNumber>(new DecimalNumber(type, number.Scale)),
        FloatType or DoubleType or HalfFloatType when type.IsNumeric => new RefusedColumn("a column of " + column.Name + " is not exact; make it decimal128"),
        Date32Type when type.Kind == TypeKind.Date => new NumberColumn<int, DayNumber>(new DayNumber()),
        Date64Type when type.Kind == TypeKind.Date => new NumberColumn<long, DayInMilliseconds>(new DayInMilliseconds()),
        TimestampType { Timezone: null or "" } when type.Kind == TypeKind.Instant => new RefusedColumn("a column of timestamps without a zone holds no instants; give it the zone UTC"),
        TimestampType instant when type.Kind == TypeKind.Instant => new NumberColumn<long, TickNumber>(new TickNumber(instant.Unit, isInstant: true)),
        DurationType duration when type.Kind == TypeKind.Duration => new NumberColumn<long, TickNumber>(new TickNumber(duration.Unit, isInstant: false)),
        ListType list when type.Kind == TypeKind.List => OfList(list.ValueDataType, type, isLarge: false),
        LargeListType list when type.Kind == TypeKind.List => OfList(list.ValueDataType, type, isLarge: true),
        StructType record when type.Kind == TypeKind.Record => OfRecord(record, type.Record!),
        StructType money when type.Kind == TypeKind.Money && OfMoney(money, type) is { } reader => reader,
        _ when type.IsNumeric && OfWholeNumbers(column, type) is { } reader => reader,
        _ => new RefusedColumn("a column of " + column.Name + " does not hold what is " + Binding.Binder.A(type)),
    };

    private static ColumnReader? OfWholeNumbers(IArrowType column, RuleType type) => column switch
    {
        Int64Type => new NumberColumn<long, LongNumber>(new LongNumber(type)),
        Int32Type => Whole<int>(type, raw => raw),
        Int16Type => Whole<short>(type, raw => raw),
        Int8Type => Whole<sbyte>(type, raw => raw),
        UInt64Type => Whole<ulong>(type, raw => raw),
        UInt32Type => Whole<uint>(type, raw => raw),
        UInt16Type => Whole<ushort>(type, raw => raw),
        UInt8Type => Whole<byte>(type, raw => raw),
        _ => null,
    };

    private static NumberColumn<TRaw, WholeNumber<TRaw>> Whole<TRaw>(RuleType type, Func<TRaw, decimal> widen)
        where TRaw : unmanaged => new(new WholeNumber<TRaw>(type, widen));

    /// <summary>A dictionary of lists or records is none that anybody writes, and its entries could not be kept from row to row.</summary>
    private ColumnReader OfDictionary(DictionaryType dictionary, RuleType type) => Find(dictionary.ValueType, type) switch
    {
        RefusedColumn refused => refused,
        SingleColumn entries => new DictionaryColumn(entries, dictionary.IndexType.TypeId),
        _ => new RefusedColumn("a dictionary of " + dictionary.ValueType.Name + " cannot be read"),
    };

    private ListColumn OfList(IArrowType items, RuleType type, bool isLarge) => new(Find("[]", items, type.Element!), isLarge, maxItems);

    private RecordColumn OfRecord(StructType column, RecordType type)
    {
        var members = new (int, ColumnReader)?[type.Fields.Count];
        for (var i = 0; i < column.Fields.Count; i++)
        {
            if (type.IndexOf(column.Fields[i].Name) is >= 0 and var field)
                members[field] = (i, Find(column.Fields[i].Name, column.Fields[i].DataType, type.Fields[field].Type));
        }
        return new RecordColumn(type, members);
    }

    private MoneyColumn? OfMoney(StructType column, RuleType type)
    {
        var (amount, currency) = (column.GetFieldIndex(FactMoney.Amount), column.GetFieldIndex(FactMoney.Currency));
        return amount < 0 || currency < 0
            ? null
            : new MoneyColumn(type, (amount, Find(FactMoney.Amount, column.Fields[amount].DataType, RuleType.Number)), (currency, Find(FactMoney.Currency, column.Fields[currency].DataType, RuleType.Text)));
    }
}
