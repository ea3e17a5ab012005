using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text.Json;

namespace Retail.Rules.Vocabulary.Tests.Rules;

/// <summary>Values of C# as rules write them, so that both are given the same.</summary>
internal static class RuleLiteral
{
    public static string Of(object? value) => value switch
    {
        null => "unknown",
        bool known => known ? "true" : "false",
        decimal or int => string.Create(CultureInfo.InvariantCulture, $"{value}"),
        Money money => Of(money.Amount),
        Percent percent => Of(percent.Points) + "%",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        UnitOfMeasure unit => unit.Code,
        Enum => JsonSerializer.Serialize(value, value.GetType()).Trim('"'),
        string text => "\"" + text + "\"",
        IEnumerable items => "[" + string.Join(", ", items.Cast<object>().Select(Of)) + "]",
        _ => "{ " + string.Join(", ", value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(member => (member.Name, Value: member.GetValue(value)))
            .Where(member => member.Value is not null)
            .Select(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name) + ": " + Of(member.Value))) + " }",
    };
}
