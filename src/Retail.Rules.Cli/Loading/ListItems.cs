using System;
using System.Collections.Generic;
using System.Globalization;

namespace Retail.Rules.Cli.Loading;

/// <summary>Reads <c>--items receipts=500</c>: how many items a list among the facts has at most.</summary>
internal static class ListItems
{
    public static IReadOnlyDictionary<string, int> Parse(IEnumerable<string> settings)
    {
        var items = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var setting in settings)
        {
            var parts = setting.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || parts[0].Length == 0 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                throw new CommandFailure("--items " + setting + ": write list=number, such as receipts=500");
            if (!items.TryAdd(parts[0], count))
                throw new CommandFailure("--items " + setting + ": is said twice");
        }
        return items;
    }
}
