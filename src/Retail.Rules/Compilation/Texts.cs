using System;
using Retail.Rules.Evaluation;
using Retail.Rules.Values;

namespace Retail.Rules.Compilation;

/// <summary>Comparisons of texts and enum members that are known: mostly the same instance, so that is asked first.</summary>
internal static class Texts
{
    public static bool Same(in Value left, in Value right) =>
        ReferenceEquals(left.Reference, right.Reference) || string.Equals((string?)left.Reference, (string?)right.Reference, StringComparison.Ordinal);

    public static bool IsIn(Frame frame, in Value value, Composite list)
    {
        frame.Search(list.Count);
        var reference = value.Reference;
        var items = list.Items;
        for (var i = 0; i < list.Count; i++)
        {
            if (ReferenceEquals(reference, items[i].Reference))
                return true;
        }
        var text = (string?)reference;
        for (var i = 0; i < list.Count; i++)
        {
            if (string.Equals(text, (string?)items[i].Reference, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
