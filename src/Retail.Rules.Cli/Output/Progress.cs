using System;
using System.Diagnostics;
using System.Globalization;

namespace Retail.Rules.Cli.Output;

/// <summary>Counts on standard error while somebody watches it, from the first second on; says nothing otherwise.</summary>
internal sealed class Progress(Terminal terminal) : IDisposable
{
    private readonly Stopwatch sinceShown = Stopwatch.StartNew();
    private long count;
    private bool isShown;

    public void Step()
    {
        count++;
        if (!terminal.ShowsProgress || sinceShown.ElapsedMilliseconds < 1000)
            return;
        terminal.Error.Write("\r" + count.ToString("N0", CultureInfo.InvariantCulture) + " judged");
        isShown = true;
        sinceShown.Restart();
    }

    public void Dispose()
    {
        if (isShown)
            terminal.Error.Write("\r" + new string(' ', 32) + "\r");
    }
}
