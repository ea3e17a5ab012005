using System.Linq;
using System.Text.Json;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Json;

/// <summary>Rules, their clauses and effects.</summary>
internal sealed partial class DocumentReader
{
    private RuleDeclaration? ReadRule(JsonSyntax node)
    {
        var id = ReadName(node.Find("rule"));
        var title = ReadTitle(Required(node, "title", "a rule"));
        var code = ReadCode(node.Find("code"));
        var owner = ReadName(node.Find("owner"));
        var kind = ReadWord(node.Find("kind"), JsonWords.RuleKinds, "a kind of rule") ?? RuleKind.Ordinary;
        var effective = ReadWindow(node.Find("effective"));
        var forEach = node.Find("forEach") is { } header ? ReadForEach(header) : null;
        var onlyIf = ReadOptional(node.Find("onlyIf"));
        var clauses = ReadAll(Required(node, "clauses", "a rule"), "a list of clauses", 1, "`clauses`", ReadClause);
        return id is null || title is null || clauses is null
            ? null
            : new RuleDeclaration
            {
                Kind = kind, Id = id, Title = title, Code = code, Owner = owner, Effective = effective, ForEach = forEach, OnlyIf = onlyIf, Clauses = clauses,
                Span = node.Span, Documentation = ReadDocumentation(node), Comments = ReadComments(node), TrailingComment = ReadTrailing(node),
            };
    }

    private ReasonCode? ReadCode(JsonSyntax? node)
    {
        if (ReadName(node, NameSyntax.IsCode) is not { } code)
            return null;
        var dot = code.Text.IndexOf('.');
        return new ReasonCode { Family = Part(0, dot), Name = Part(dot + 1, code.Text.Length), Span = code.Span };

        Identifier Part(int from, int to) => new()
        {
            Text = code.Text.Substring(from, to - from),
            Span = code.Span.Length == code.Text.Length ? TextSpan.FromBounds(code.Span.Start + from, code.Span.Start + to) : code.Span,
        };
    }

    private ForEachHeader? ReadForEach(JsonSyntax node)
    {
        if (!Open(node, "`forEach`", "item", "in"))
            return null;
        var item = ReadName(Required(node, "item", "`forEach`"));
        var list = ReadOptional(Required(node, "in", "`forEach`"));
        return item is null || list is null ? null : new ForEachHeader { Item = item, Source = list, Span = node.Span };
    }

    private Clause? ReadClause(JsonSyntax node)
    {
        if (!Open(node, "a clause", ["when", "then", .. JsonHeads.NoteMembers]))
            return null;
        var when = ReadOptional(Required(node, "when", "a clause"));
        var effects = ReadAll(Required(node, "then", "a clause"), "a list of effects", 1, "`then`", ReadEffect);
        return when is null || effects is null
            ? null
            : new Clause { When = when, Effects = effects, Span = node.Span, Comments = ReadComments(node), TrailingComment = ReadTrailing(node) };
    }

    private Effect? ReadEffect(JsonSyntax node)
    {
        if (!Open(node, "an effect", "effect", "to", "within", "escalateTo", "text"))
            return null;
        if (ReadWord(Required(node, "effect", "an effect"), JsonWords.Effects, "an effect") is not { } kind)
            return null;
        var isReferral = kind == EffectKind.Refer;
        var roles = isReferral ? ReadAll(Required(node, "to", "`refer`"), "a list of roles", 1, "`to`", ReadRole) : [];
        var within = isReferral ? ReadOptional(node.Find("within")) : null;
        var escalateTo = isReferral && node.Find("escalateTo") is { } later ? ReadAll(later, "a list of roles", 1, "`escalateTo`", ReadRole) : [];
        foreach (var member in isReferral ? [] : node.Children.Where(child => child.Name is "to" or "within" or "escalateTo"))
            reports.Add(JsonDiagnostics.NotTogether, member.NameSpan, node.Path, member.Name, JsonWords.Of(JsonWords.Effects, kind));
        var text = kind == EffectKind.Require ? Required(node, "text", "`require`") : node.Find("text");
        var template = text is null ? null : ReadTemplate(text);
        return roles is null || escalateTo is null || (kind == EffectKind.Require && template is null)
            ? null
            : new Effect { Kind = kind, Roles = roles, Within = within, EscalateTo = escalateTo, Text = template, Span = node.Span };
    }

    /// <summary>A role is a path: the text takes nothing else after <c>refer to</c>.</summary>
    private Expression? ReadRole(JsonSyntax node)
    {
        var role = ReadExpression(node);
        if (role is null || IsPath(role))
            return role;
        reports.Add(JsonDiagnostics.RoleNotAPath, node, Shown(ExpressionText.Of(role)));
        return null;
    }

    private static bool IsPath(Expression expression)
    {
        while (expression is MemberExpression member)
            expression = member.Target;
        return expression is NameExpression;
    }
}
