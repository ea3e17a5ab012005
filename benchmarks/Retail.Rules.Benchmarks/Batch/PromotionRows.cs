using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace Retail.Rules.Benchmarks;

/// <summary>Many promotions of FreshMart, the same in every form: the worked cases over and over, with other prices and quantities each time.</summary>
internal sealed class PromotionRows
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public PromotionRows(int count)
    {
        var cases = Books.Cases("freshmart.promotion_approval").Where(IsPlain).ToArray();
        Rows = [.. Enumerable.Range(0, count).Select(i => Vary(cases[i % cases.Length].Deserialize<PromotionRow>(Json)!, i / cases.Length))];
    }

    public PromotionRow[] Rows { get; }

    public byte[] JsonLines() => Encoding.UTF8.GetBytes(string.Join('\n', Rows.Select(row => JsonSerializer.Serialize(row, Json))));

    public byte[] Csv()
    {
        var properties = typeof(PromotionRow).GetProperties();
        var text = new StringBuilder().AppendJoin(',', properties.Select(NameOf)).Append('\n');
        foreach (var row in Rows)
            text.AppendJoin(',', properties.Select(property => Cell(property.GetValue(row)))).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public RecordBatch Columns()
    {
        var funding = Rows.SelectMany(row => row.Funding).ToArray();
        var offsets = new ArrowBuffer.Builder<int>().Append(0);
        var end = 0;
        foreach (var row in Rows)
            offsets.Append(end += row.Funding.Count);
        var members = ColumnsOf(typeof(AgreementRow), funding);
        var record = new StructType([.. members.Select(member => new Field(member.Name, member.Column.Data.DataType, true))]);
        var records = new StructArray(record, funding.Length, members.Select(member => member.Column), ArrowBuffer.Empty, 0);
        var columns = ColumnsOf(typeof(PromotionRow), Rows);
        columns.Add(("funding", new ListArray(new ListType(record), Rows.Length, offsets.Build(), records, ArrowBuffer.Empty, 0)));
        var schema = new Schema(columns.Select(column => new Field(column.Name, column.Column.Data.DataType, true)), null);
        return new RecordBatch(schema, columns.Select(column => column.Column), Rows.Length);
    }

    /// <summary>Cases with all that is required, and without members that only one of them has.</summary>
    private static bool IsPlain(JsonNode facts) =>
        facts["ai"] is null && facts["split"] is null && facts["unitCost"] is not null && facts["vatRate"] is not null && (facts["funding"]?.AsArray().All(agreement => agreement!["tiers"] is null) ?? true);

    private static PromotionRow Vary(PromotionRow row, int round)
    {
        row.RegularPrice += round % 50 * 0.10m;
        row.PromoPrice += round % 53 * 0.10m;
        row.UnitCost += round % 7 * 0.05m;
        row.BaselineUnits += round % 101;
        row.PromoUnits += round % 997;
        return row;
    }

    private static string NameOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static string Cell(object? value) => value switch
    {
        null => "",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        List<AgreementRow> list => list.Count == 0 ? "" : "\"" + JsonSerializer.Serialize(list, Json).Replace("\"", "\"\"", StringComparison.Ordinal) + "\"",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)value,
    };

    private static List<(string Name, IArrowArray Column)> ColumnsOf<T>(Type type, IReadOnlyList<T> rows) =>
        [.. type.GetProperties().Where(property => property.PropertyType != typeof(List<AgreementRow>)).Select(property => (NameOf(property), ColumnOf(property, rows)))];

    private static IArrowArray ColumnOf<T>(PropertyInfo property, IReadOnlyList<T> rows)
    {
        var values = rows.Select(row => property.GetValue(row));
        if (property.PropertyType == typeof(string))
            return Dictionary([.. values.Cast<string?>()]);
        if (property.PropertyType == typeof(decimal?))
        {
            var numbers = new Decimal128Array.Builder(new Decimal128Type(18, 4));
            foreach (var value in values)
                _ = value is decimal number ? numbers.Append(number) : numbers.AppendNull();
            return numbers.Build();
        }
        var dates = new Date32Array.Builder();
        foreach (var value in values)
            _ = value is DateOnly date ? dates.Append(date.ToDateTime(TimeOnly.MinValue)) : dates.AppendNull();
        return dates.Build();
    }

    private static DictionaryArray Dictionary(string?[] values)
    {
        var entries = values.Where(value => value is not null).Distinct().ToList();
        var indices = new Int32Array.Builder();
        foreach (var value in values)
            _ = value is null ? indices.AppendNull() : indices.Append(entries.IndexOf(value));
        var texts = new StringArray.Builder().AppendRange(entries!);
        return new DictionaryArray(new DictionaryType(Int32Type.Default, StringType.Default, false), indices.Build(), texts.Build());
    }
}
