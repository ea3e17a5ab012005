using System;
using System.Diagnostics;
using System.Globalization;

namespace Retail.Rules.Cli.Output;

/// <summary>A bar on standard error while somebody watches it, from the first second on; says nothing otherwise. Not thread-safe.</summary>
internal sealed class Progress(Terminal terminal, bool isWatched, Func<double?> share) : IDisposable, IProgress<long>
{
    private const int BarWidth = 24;
    private const int Milliseconds = 1000;

    private readonly Stopwatch sinceShown = Stopwatch.StartNew();
    private long count;
    private int shown;

    public void Step() => Report(count + 1);

    public void Report(long value)
    {
        count = value;
        if (isWatched && sinceShown.ElapsedMilliseconds >= Milliseconds)
            Show();
    }

    public void Dispose()
    {
        if (shown > 0)
            terminal.Error.Write("\r" + new string(' ', shown) + "\r");
        shown = 0;
    }

    /// <summary>The bar, or only the count where nobody knows how much there is.</summary>
    public static string Line(double? share, long count)
    {
        var judged = count.ToString("N0", CultureInfo.InvariantCulture) + " judged";
        if (share is not { } part)
            return judged;
        var filled = (int)(part * BarWidth);
        return string.Create(CultureInfo.InvariantCulture, $"[{new string('#', filled)}{new string('-', BarWidth - filled)}] {(int)(part * 100),3}%  {judged}");
    }

    private void Show()
    {
        var line = Line(share(), count);
        terminal.Error.Write("\r" + line.PadRight(shown));
        shown = Math.Max(shown, line.Length);
        sinceShown.Restart();
    }
}
