using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Cli.Output;

/// <summary>Named values for people: a name and a value a line; members of records by their path; lists of records as tables.</summary>
internal static class OutputsText
{
    public static IEnumerable<string> Lines(DecisionRecord values)
    {
        var entries = Flatten("", values).ToArray();
        var width = entries.Select(entry => entry.Name.Length).DefaultIfEmpty().Max() + 2;
        foreach (var (name, value) in entries)
        {
            var label = Printable.Of(name);
            foreach (var line in Lines(value))
            {
                yield return label.PadRight(width) + line;
                label = "";
            }
        }
    }

    private static IEnumerable<(string Name, object Value)> Flatten(string path, DecisionRecord record)
    {
        foreach (var (name, value) in record)
        {
            if (value is DecisionRecord { Count: > 0 } inner)
            {
                foreach (var entry in Flatten(path + name + ".", inner))
                    yield return entry;
            }
            else
            {
                yield return (path + name, value);
            }
        }
    }

    private static IEnumerable<string> Lines(object value) => value switch
    {
        DecisionRecord => ["none"],
        IReadOnlyList<object> { Count: > 0 } list when list.All(item => item is DecisionRecord) => Table([.. list.Cast<DecisionRecord>()]),
        _ => [ValueText.Of(value)],
    };

    private static IEnumerable<string> Table(IReadOnlyList<DecisionRecord> records)
    {
        var names = records.SelectMany(record => record.Keys).Distinct().ToArray();
        var table = new TextTable(names);
        foreach (var record in records)
            table.Add([.. names.Select(name => record.TryGetValue(name, out var value) ? ValueText.Of(value) : "-")]);
        return table.Lines();
    }
}
