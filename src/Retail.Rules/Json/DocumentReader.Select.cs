using Retail.Rules.Model;

namespace Retail.Rules.Json;

/// <summary>Selects and what they are made of.</summary>
internal sealed partial class DocumentReader
{
    private SelectDeclaration? ReadSelect(JsonSyntax node)
    {
        var name = ReadName(node.Find("select"));
        var item = ReadName(Required(node, "item", "a select"));
        var from = ReadOptional(Required(node, "from", "a select"));
        var key = ReadOptional(Required(node, "key", "a select"));
        var defines = ReadItems(node.Find("defines"), "a list of defines", ReadLocalDefine);
        var exclusions = ReadItems(node.Find("exclusions"), "a list of exclusions", ReadExclusion);
        var scores = ReadItems(node.Find("scores"), "a list of scores", ReadScore);
        var prefer = ReadOptional(node.Find("prefer"));
        var keys = ReadAll(Required(node, "rankBy", "a select"), "a list of keys", 1, "`rankBy`", ReadRankKey);
        return name is null || item is null || from is null || key is null || keys is null
            ? null
            : new SelectDeclaration
            {
                Name = name, Item = item, Source = from, Key = key, Defines = defines, Exclusions = exclusions, Scores = scores,
                Prefer = prefer, RankKeys = keys,
                Span = node.Span, Documentation = ReadDocumentation(node), Comments = ReadComments(node), TrailingComment = ReadTrailing(node),
            };
    }

    private DefineDeclaration? ReadLocalDefine(JsonSyntax node)
    {
        if (!Open(node, "a define", JsonHeads.Declarations["define"]))
            return null;
        return Required(node, "define", "a define") is null ? null : ReadDefine(node);
    }

    private Exclusion? ReadExclusion(JsonSyntax node)
    {
        if (!Open(node, "an exclusion", ["exclude", "title", "when", .. JsonHeads.NoteMembers]))
            return null;
        var id = ReadName(Required(node, "exclude", "an exclusion"));
        var title = ReadTitle(Required(node, "title", "an exclusion"));
        var when = ReadOptional(Required(node, "when", "an exclusion"));
        return id is null || title is null || when is null
            ? null
            : new Exclusion
            {
                Id = id, Title = title, When = when,
                Span = node.Span, Comments = ReadComments(node), TrailingComment = ReadTrailing(node),
            };
    }

    private ScoreItem? ReadScore(JsonSyntax node)
    {
        if (!Open(node, "a score", ["score", "when", .. JsonHeads.NoteMembers]))
            return null;
        var points = ReadOptional(Required(node, "score", "a score"));
        var when = ReadOptional(node.Find("when"));
        return points is null
            ? null
            : new ScoreItem { Points = points, When = when, Span = node.Span, Comments = ReadComments(node), TrailingComment = ReadTrailing(node) };
    }

    private RankKey? ReadRankKey(JsonSyntax node)
    {
        if (!Open(node, "a rank key", "by", "descending"))
            return null;
        var value = ReadOptional(Required(node, "by", "a rank key"));
        var isDescending = ReadFlag(node.Find("descending"));
        return value is null ? null : new RankKey { Value = value, IsDescending = isDescending, Span = node.Span };
    }
}
