using System;
using System.Threading;

namespace Retail.Rules.Tests;

/// <summary>Counts what code allocates once the runtime has replaced its first, unoptimised version, which boxes and copies.</summary>
internal static class Allocations
{
    private const int Calls = 100;

    /// <summary>How long the runtime may take on a busy machine to optimise what is called often: it waits until nothing new is called.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The bytes of a hundred calls: of the first hundred that allocate nothing, or of the last that was waited for.</summary>
    public static long OfHundredOnceWarm(Action act)
    {
        var end = DateTime.UtcNow + Patience;
        while (true)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Calls; i++)
                act();
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            if (bytes == 0 || DateTime.UtcNow > end)
                return bytes;
            Thread.Sleep(50);
        }
    }
}
