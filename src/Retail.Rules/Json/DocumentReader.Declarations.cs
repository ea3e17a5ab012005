using System.Collections.Generic;
using Retail.Rules.Model;

namespace Retail.Rules.Json;

/// <summary>Declarations but tables, selects and rules.</summary>
internal sealed partial class DocumentReader
{
    private Declaration? ReadDeclaration(JsonSyntax node)
    {
        if (ReadHead(node, JsonHeads.Declarations, "a declaration") is not { } head)
            return null;
        Open(node, Article(head), JsonHeads.Declarations[head]);
        return head switch
        {
            "enum" => ReadEnum(node),
            "type" => ReadTypeDeclaration(node),
            "input" => ReadInput(node),
            "param" => ReadParam(node),
            "set" => ReadSet(node),
            "setTable" => ReadSetTable(node),
            "define" => ReadDefine(node),
            "score" => ReadScoreDeclaration(node),
            "table" => ReadTable(node),
            "select" => ReadSelect(node),
            "rule" => ReadRule(node),
            "output" => ReadOutput(node),
            "never" => ReadNever(node),
            "facts" => ReadFacts(node),
            _ => ReadExample(node),
        };
    }

    private static string Article(string head) => head switch
    {
        "enum" or "input" or "output" or "example" => "an " + head,
        "never" or "facts" or "set" or "setTable" => "`" + head + "`",
        _ => "a " + head,
    };

    private EnumDeclaration? ReadEnum(JsonSyntax node)
    {
        var name = ReadName(node.Find("enum"));
        var kind = ReadWord(node.Find("kind"), JsonWords.EnumKinds, "a kind of enum") ?? EnumKind.Closed;
        var members = ReadAll(Required(node, "members", "an enum"), "a list of names", 1, "`members`", ReadQuotable);
        return name is null || members is null
            ? null
            : new EnumDeclaration
            {
                Name = name, Kind = kind, Members = members,
                Span = node.Span, Documentation = ReadDocumentation(node), Comments = ReadComments(node), TrailingComment = ReadTrailing(node),
            };
    }

    private TypeDeclaration? ReadTypeDeclaration(JsonSyntax node)
    {
        var name = ReadName(node.Find("type"));
        var fields = ReadAll(Required(node, "fields", "a type"), "a list of fields", 0, "`fields`", ReadField);
        return name is null || fields is null
            ? null
            : new TypeDeclaration
            {
                Name = name, Fields = fields,
                Span = node.Span, Documentation = ReadDocumentation(node), Comments = ReadComments(node), TrailingComment = ReadTrailing(node),
            };
    }

    private FieldGroup? ReadField(JsonSyntax node)
    {
        if (!Open(node, "a field", ["names", "type", "default", .. JsonHeads.NoteMembers]))
            return null;
        var names = ReadAll(Required(node, "names", "a field"), "a list of names", 1, "`names`", item => ReadName(item, NameSyntax.IsMemberName));
        var type = ReadType(Required(node, "type", "a field"));
        var value = ReadOptional(node.Find("default"));
        return names is null || type is null
            ? null
            : new FieldGroup
            {
                Names = names, Type = type, Default = value,
                Span = node.Span, Comments = ReadComments(node), TrailingComment = ReadTrailing(node),
            };
    }

    private InputDeclaration? ReadInput(JsonSyntax node)
    {
        var names = ReadNames(node.Find("input"), "`input`");
        var type = ReadType(Required(node, "type", "an input"));
        HasBoth(node, "default", "requiredWhen");
        var value = ReadOptional(node.Find("default"));
        var requiredWhen = ReadOptional(node.Find("requiredWhen"));
        var isCritical = ReadFlag(node.Find("critical"));
        return names is null || type is null
            ? null
            : new InputDeclaration
            {
                Names = names, Type = type, Default = value, RequiredWhen = requiredWhen, IsCritical = isCritical,
                Span = node.Span, Documentation = ReadDocumentation(node), Comments = ReadComments(node), TrailingComment = ReadTrailing(node),
            };
    }

    private ParamDeclaration? ReadParam(JsonSyntax node)
    {
        var name = ReadName(node.Find("param"));
        var type = ReadType(Required(node, "type", "a param"));
        var value = ReadOptional(Required(node, "value", "a param"));
        var tighter = ReadWord(node.Find("tighter"), JsonWords.TighterDirections, "a direction") ?? TighterDirection.Unknown;
        var within = ReadOptional(node.Find("within"));
        var owner = ReadName(node.Find("owner"));
        var overriders = ReadOverriders(node);
        var effective = ReadWindow(node.Find("effective"));
        return name is null || type is null || value is null
            ? null
            : new ParamDeclaration
            {
                Name = name, Type = type, Value = value, Tighter = tighter, Within = within, Owner = owner, OverridableBy = overriders, Effective = effective,
                Span = node.Span, Documentation = ReadDocumentation(node), Comments = ReadComments(node), TrailingComment = ReadTrailing(node),
            };
    }

    private IReadOnlyList<Identifier> ReadOverriders(JsonSyntax node) => node.Find("overridableBy") is { } roles ? ReadNames(roles, "`overridableBy`") ?? [] : [];

    private SetDeclaration? ReadSet(JsonSyntax node)
    {
        var name = ReadName(node.Find("set"));
        var value = ReadOptional(Required(node, "value", "`set`"));
        return name is null || value is null
            ? null
            : new SetDeclaration
            {
                Name = name, Value = value,
                Span = node.Span, Documentation = ReadDocumentation(node), Comments = ReadComments(node), TrailingComment = ReadTrailing(node),
            };
    }

    private DefineDeclaration? ReadDefine(JsonSyntax node)
    {
        var name = ReadName(node.Find("define"));
        var parameters = ReadParameters(node);
        var type = ReadType(node.Find("type"));
        var body = ReadOptional(Required(node, "value", "a define"));
        var onlyIf = ReadOptional(node.Find("onlyIf"));
        return name is null || body is null
            ? null
            : new DefineDeclaration
            {
                Name = name, Parameters = parameters, Type = type, Body = body, OnlyIf = onlyIf,
                Span = node.Span, Documentation = ReadDocumentation(node), Comments = ReadComments(node), TrailingComment = ReadTrailing(node),
            };
    }

    private ScoreDeclaration? ReadScoreDeclaration(JsonSyntax node)
    {
        var name = ReadName(node.Find("score"));
        var type = ReadType(node.Find("type"));
        var body = ReadOptional(Required(node, "value", "a score"));
        var onlyIf = ReadOptional(Required(node, "onlyIf", "a score"));
        return name is null || body is null || onlyIf is null
            ? null
            : new ScoreDeclaration
            {
                Name = name, Type = type, Body = body, OnlyIf = onlyIf,
                Span = node.Span, Documentation = ReadDocumentation(node), Comments = ReadComments(node), TrailingComment = ReadTrailing(node),
            };
    }

    private OutputDeclaration? ReadOutput(JsonSyntax node)
    {
        var name = ReadName(node.Find("output"));
        var value = ReadOptional(node.Find("value"));
        var onlyIf = ReadOptional(node.Find("onlyIf"));
        var places = ReadPlaces(node.Find("places"));
        return name is null
            ? null
            : new OutputDeclaration
            {
                Name = name, Value = value, OnlyIf = onlyIf, Places = places,
                Span = node.Span, Documentation = ReadDocumentation(node), Comments = ReadComments(node), TrailingComment = ReadTrailing(node),
            };
    }

    private NeverDeclaration? ReadNever(JsonSyntax node)
    {
        var verdict = ReadName(node.Find("never"), NameSyntax.IsVerdict);
        var when = ReadOptional(Required(node, "when", "`never`"));
        return verdict is null || when is null
            ? null
            : new NeverDeclaration
            {
                Verdict = verdict, When = when,
                Span = node.Span, Documentation = ReadDocumentation(node), Comments = ReadComments(node), TrailingComment = ReadTrailing(node),
            };
    }
}
