using System.Collections.Generic;
using System.Linq;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace Retail.Rules.Batch;

/// <summary>Compares types of columns by all that decides how their bytes are read.</summary>
internal static class ColumnTypes
{
    public static bool AreSame(IReadOnlyList<Field> left, IReadOnlyList<Field> right) =>
        left.Count == right.Count && left.Zip(right).All(pair => pair.First.Name == pair.Second.Name && AreSame(pair.First.DataType, pair.Second.DataType));

    private static bool AreSame(IArrowType left, IArrowType right) => left.TypeId == right.TypeId && (left, right) switch
    {
        (Decimal128Type first, Decimal128Type second) => first.Scale == second.Scale,
        (TimestampType first, TimestampType second) => first.Unit == second.Unit && string.IsNullOrEmpty(first.Timezone) == string.IsNullOrEmpty(second.Timezone),
        (DurationType first, DurationType second) => first.Unit == second.Unit,
        (DictionaryType first, DictionaryType second) => AreSame(first.IndexType, second.IndexType) && AreSame(first.ValueType, second.ValueType),
        (NestedType first, NestedType second) => AreSame(first.Fields, second.Fields),
        _ => true,
    };
}
