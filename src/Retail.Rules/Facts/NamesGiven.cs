using Retail.Rules.Evaluation;
using Retail.Rules.Values;

namespace Retail.Rules.Facts;

/// <summary>Which names were given, a null among them, so that a repetition is found even where the value would not tell.</summary>
internal readonly struct NamesGiven
{
    private readonly Composite flags;

    public NamesGiven(Frame frame, int count)
    {
        flags = frame.Arena.Rent(count);
        for (var i = 0; i < count; i++)
            flags.Add(Value.False);
    }

    /// <summary>Notes a name by its position; false if it was given before.</summary>
    public bool Add(int position)
    {
        var isNew = !flags.Items[position].Boolean;
        flags.Items[position] = Value.True;
        return isNew;
    }
}
