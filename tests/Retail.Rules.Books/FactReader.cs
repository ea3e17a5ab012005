using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Xml;

namespace Retail.Rules.Books;

/// <summary>
/// Reads the members of one JSON object of facts. Null, blank texts and members that are left out are absent; what is required and absent is
/// listed as missing and read as a default.
/// </summary>
public sealed class FactReader
{
    private readonly JsonElement json;
    private readonly string path;

    public FactReader(JsonElement json)
        : this(json, "", [])
    {
    }

    private FactReader(JsonElement json, string path, List<string> missing)
    {
        this.json = json;
        this.path = path;
        Missing = missing;
    }

    /// <summary>The paths of what is required and absent.</summary>
    public List<string> Missing { get; }

    public string? Text(string name) => Find(name)?.GetString();

    public Ratio? Number(string name) => Find(name) is { } value ? NumberOf(value) : null;

    public DateOnly? Date(string name) =>
        Find(name) is { } value ? DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>Written as ISO 8601: <c>PT24H</c>, <c>P1D</c>.</summary>
    public TimeSpan? Duration(string name) => Find(name) is { } value ? XmlConvert.ToTimeSpan(value.GetString()!) : null;

    public bool Flag(string name, bool otherwise = false) => Find(name)?.GetBoolean() ?? otherwise;

    public FactReader? Record(string name) => Find(name) is { } value ? new FactReader(value, path + name + ".", Missing) : null;

    public IReadOnlyList<FactReader>? Records(string name) =>
        Find(name)?.EnumerateArray().Select((item, index) => new FactReader(item, FormattableString.Invariant($"{path}{name}[{index}]."), Missing)).ToArray();

    public IReadOnlyList<string>? Texts(string name) => Find(name)?.EnumerateArray().Select(item => item.GetString()!).ToArray();

    public IReadOnlyList<Ratio>? Numbers(string name) => Find(name)?.EnumerateArray().Select(NumberOf).ToArray();

    public string RequiredText(string name) => Text(name) ?? Lack(name, "");

    public Ratio RequiredNumber(string name) => Number(name) ?? Lack(name, Ratio.Zero);

    public DateOnly RequiredDate(string name) => Date(name) ?? Lack(name, DateOnly.MinValue);

    public DateTimeOffset RequiredInstant(string name) =>
        Find(name) is { } value ? DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture) : Lack(name, DateTimeOffset.MinValue);

    public T Lack<T>(string name, T otherwise)
    {
        Missing.Add(path + name);
        return otherwise;
    }

    private JsonElement? Find(string name) =>
        json.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null
        && !(value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString()))
            ? value
            : null;

    private static Ratio NumberOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? decimal.Parse(json.GetString()!, CultureInfo.InvariantCulture) : json.GetDecimal();
}
