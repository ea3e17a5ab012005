namespace Retail.Rules.Benchmarks;

/// <summary>The linear congruential generator of the workload: the same numbers on every machine and for every peer.</summary>
internal sealed class Lcg
{
    private uint state;

    public Lcg(uint seed) => state = seed;

    public uint Next()
    {
        state = unchecked((state * 1664525) + 1013904223);
        return state >> 8;
    }
}
