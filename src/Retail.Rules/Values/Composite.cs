namespace Retail.Rules.Values;

/// <summary>
/// The items of a list, or the fields of a record in the order of its type. Filled once, then only read. Those made while evaluating
/// belong to the <see cref="ValueArena"/> of that evaluation and are reused by the next.
/// </summary>
internal sealed class Composite
{
    public Composite(int capacity) => Items = capacity == 0 ? [] : new Value[capacity];

    /// <summary>The storage; only the first <see cref="Count"/> slots count.</summary>
    public Value[] Items { get; private set; }

    public int Count { get; private set; }

    public void Add(in Value value)
    {
        if (Count == Items.Length)
            Grow(Count + 1);
        Items[Count++] = value;
    }

    /// <summary>Empties it and makes room; the arena calls this before handing it out again.</summary>
    public void Reset(int capacity)
    {
        System.Array.Clear(Items, 0, Count);
        Count = 0;
        if (Items.Length < capacity)
            Items = new Value[capacity];
    }

    private void Grow(int needed)
    {
        var larger = new Value[System.Math.Max(needed, System.Math.Max(4, Items.Length * 2))];
        System.Array.Copy(Items, larger, Count);
        Items = larger;
    }
}
