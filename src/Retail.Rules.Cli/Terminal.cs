using System.IO;

namespace Retail.Rules.Cli;

/// <summary>Where a command reads and writes. One per run; not thread-safe.</summary>
internal sealed class Terminal(Stream input, TextWriter output, TextWriter error)
{
    /// <summary>Columns of a table where there is no window to measure.</summary>
    public const int DefaultWidth = 120;

    public Stream In { get; } = input;

    public TextWriter Out { get; } = output;

    public TextWriter Error { get; } = error;

    public int Width { get; init; } = DefaultWidth;

    /// <summary>Whether somebody watches standard error.</summary>
    public bool WatchesError { get; init; }

    /// <summary>Whether somebody watches standard error while the output goes elsewhere.</summary>
    public bool ShowsProgress { get; init; }
}
