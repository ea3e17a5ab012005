namespace Retail.Rules.Dsl.Lexing;

/// <summary>
/// Texts that a file repeats, each as one string: names, and values that rules compare with. Found by their characters, so that a text that
/// is there already costs no memory. One per file; not thread-safe.
/// </summary>
internal sealed class TextTable
{
    private string?[] slots = new string?[64];
    private int count;

    /// <summary>The characters of a stretch of a text, as a string.</summary>
    public string Get(string content, int start, int length)
    {
        if (2 * count >= slots.Length)
            Grow();
        var slot = Find(content, start, length);
        if (slots[slot] is { } found)
            return found;
        count++;
        return slots[slot] = content.Substring(start, length);
    }

    /// <summary>The slot that holds these characters, or the one where they belong.</summary>
    private int Find(string content, int start, int length)
    {
        var slot = HashOf(content, start, length) & (slots.Length - 1);
        while (slots[slot] is { } text && (text.Length != length || string.CompareOrdinal(text, 0, content, start, length) != 0))
            slot = (slot + 1) & (slots.Length - 1);
        return slot;
    }

    private void Grow()
    {
        var before = slots;
        slots = new string?[2 * before.Length];
        foreach (var text in before)
        {
            if (text is not null)
                slots[Find(text, 0, text.Length)] = text;
        }
    }

    private static int HashOf(string content, int start, int length)
    {
        var hash = 17;
        for (var i = start; i < start + length; i++)
            hash = unchecked((hash * 31) + content[i]);
        return unchecked(hash ^ (hash >> 15));
    }
}
