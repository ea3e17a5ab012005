namespace Retail.Rules.Values;

/// <summary>The lists and records of one evaluation, kept for the next. Belongs to one evaluation at a time; not thread-safe.</summary>
internal sealed class ValueArena
{
    private const int Huge = 65_536;

    private Composite[] composites = new Composite[16];
    private int[] positions = [];
    private int used;

    /// <summary>Whether one evaluation needed so much that keeping it would hold on to memory for nothing.</summary>
    public bool IsHuge { get; private set; }

    public Composite Rent(int capacity)
    {
        if (used == composites.Length)
            System.Array.Resize(ref composites, used * 2);
        var composite = composites[used];
        if (composite is null)
            composites[used] = composite = new Composite(capacity);
        else
            composite.Reset(capacity);
        used++;
        IsHuge |= used > Huge || capacity > Huge;
        return composite;
    }

    /// <summary>Scratch space for positions of a list; whoever asked before must be done with it.</summary>
    public int[] Positions(int count)
    {
        if (positions.Length < count)
            positions = new int[count];
        IsHuge |= count > Huge;
        return positions;
    }

    /// <summary>Takes everything back; values that hold composites of this arena are dead after it.</summary>
    public void Release() => used = 0;
}
