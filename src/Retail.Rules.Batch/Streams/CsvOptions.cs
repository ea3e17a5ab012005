using System.Collections.Generic;

namespace Retail.Rules.Batch;

/// <summary>How CSV is read. Immutable once built and thread-safe.</summary>
public sealed class CsvOptions
{
    /// <summary>The defaults.</summary>
    public static CsvOptions Default { get; } = new();

    /// <summary>What stands between cells; default a comma.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>The column with the caller's name for each row, which its decision repeats; null (the default) for none.</summary>
    public string? CaseColumn { get; init; }

    /// <summary>Facts that all rows share, as a cell writes them; a column of that name is not read.</summary>
    public IReadOnlyDictionary<string, string> Fixed { get; init; } = new Dictionary<string, string>();
}
