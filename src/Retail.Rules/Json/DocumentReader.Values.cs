using System.Linq;
using System.Text.Json;
using Retail.Rules.Model;

namespace Retail.Rules.Json;

/// <summary>Expressions that are made of items: calls, members, lists, intervals, records and aggregates.</summary>
internal sealed partial class DocumentReader
{
    private CallExpression? ReadCall(JsonSyntax node)
    {
        var function = ReadName(node.Find("call"));
        var arguments = node.Find("with") is { } with ? ReadAll(with, "a list of arguments", 0, "", ReadExpression) : [];
        return function is null || arguments is null ? null : new CallExpression { Function = function, Arguments = arguments, Span = node.Span };
    }

    private MemberExpression? ReadMember(JsonSyntax node)
    {
        var member = ReadName(node.Find("member"), NameSyntax.IsMemberName);
        var target = ReadOptional(Required(node, "of", "`member`"));
        return member is null || target is null ? null : new MemberExpression { Target = target, Member = member, Span = node.Span };
    }

    private ListExpression? ReadList(JsonSyntax node) =>
        ReadAll(node.Find("list"), "a list of values", 0, "", ReadExpression) is { } items
            ? new ListExpression { Items = items, Span = node.Span }
            : null;

    private IntervalExpression? ReadInterval(JsonSyntax node)
    {
        var ends = ReadWord(node.Find("interval"), JsonWords.Ends, "a pair of ends");
        var low = ReadOptional(Required(node, "low", "`interval`"));
        var high = ReadOptional(Required(node, "high", "`interval`"));
        return ends is null || low is null || high is null
            ? null
            : new IntervalExpression { Low = low, High = high, IncludesLow = ends.Value.Low, IncludesHigh = ends.Value.High, Span = node.Span };
    }

    /// <summary>The members of a record, an object of values by name; null if there is none or one could not be read.</summary>
    private RecordExpression? ReadRecord(JsonSyntax? node)
    {
        if (node is null || !Is(node, JsonValueKind.Object, "a record, an object,"))
            return null;
        var members = node.Children.Select(ReadRecordMember).ToArray();
        return members.Any(member => member is null) ? null : new RecordExpression { Members = members!, Span = node.Span };
    }

    /// <summary>A member's value, or an object around it that adds a condition or comments; no expression has a member <c>value</c>.</summary>
    private RecordMember? ReadRecordMember(JsonSyntax node)
    {
        Identifier? name = null;
        if (NameSyntax.IsMemberName(node.Name))
            name = new Identifier { Text = node.Name, Span = InnerNameSpan(node) };
        else
            reports.Add(JsonDiagnostics.NotAName, node.NameSpan, node.Path, Shown(node.Name));
        var inside = node.Kind == JsonValueKind.Object ? node.Find("value") : null;
        if (inside is not null)
            Open(node, "a record's member", ["value", "onlyIf", .. JsonHeads.NoteMembers]);
        var value = ReadExpression(inside ?? node);
        if (name is null || value is null)
            return null;
        var span = node.NameSpan.Union(node.Span);
        return inside is null
            ? new RecordMember { Name = name, Value = value, Span = span }
            : new RecordMember
            {
                Name = name, Value = value, OnlyIf = ReadOptional(node.Find("onlyIf")),
                Span = span, Comments = ReadComments(node), TrailingComment = ReadTrailing(node),
            };
    }

    /// <summary>Sum, min, max and each have a body and name the item after <c>for</c>; first, any and count name it themselves.</summary>
    private AggregateExpression? ReadAggregate(JsonSyntax node, string head)
    {
        var kind = JsonHeads.Aggregates[head];
        var hasBody = kind is AggregateKind.Sum or AggregateKind.Min or AggregateKind.Max or AggregateKind.List;
        var what = "`" + head + "`";
        var body = hasBody ? ReadOptional(node.Find(head)) : null;
        var item = ReadName(hasBody ? Required(node, "for", what) : node.Find(head));
        var list = ReadOptional(Required(node, "in", what));
        var where = ReadOptional(node.Find("where"));
        return item is null || list is null || (hasBody && body is null)
            ? null
            : new AggregateExpression { Kind = kind, Body = body, Item = item, Source = list, Where = where, Span = node.Span };
    }

    private SplitExpression? ReadSplit(JsonSyntax node)
    {
        var total = ReadOptional(node.Find("split"));
        var item = ReadName(Required(node, "over", "`split`"));
        var list = ReadOptional(Required(node, "in", "`split`"));
        var weight = ReadOptional(Required(node, "by", "`split`"));
        var places = ReadPlaces(node.Find("places"));
        return total is null || item is null || list is null || weight is null
            ? null
            : new SplitExpression { Total = total, Item = item, Source = list, Weight = weight, Places = places, Span = node.Span };
    }
}
