using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml;

namespace Retail.Rules.Cli.Output;

/// <summary>Values of a decision for people. Numbers keep their point and digits, so that they can be found again in the JSON.</summary>
internal static class ValueText
{
    public static string Of(object value) => value switch
    {
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        string text => Printable.Of(text),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture),
        TimeSpan duration => XmlConvert.ToString(duration),
        DecisionRecord record => string.Join(", ", record.Select(member => Printable.Of(member.Key) + " " + Of(member.Value))),
        IReadOnlyList<object> list => list.Count == 0 ? "none" : string.Join(", ", list.Select(Of)),
        _ => throw new ArgumentException("not a value of a decision", nameof(value)),
    };

    public static bool IsScalar(object value) => value is not (DecisionRecord or IReadOnlyList<object>);
}
