using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Binding;

/// <summary>Names and members: expected enum first, then locals, then declarations, then the only enum that has the member.</summary>
internal sealed partial class Binder
{
    private BoundExpression BindName(NameExpression name, Place at, RuleType? expected)
    {
        if (expected is { Kind: TypeKind.Enum } && TryEnumMember(expected.Enum!, name, name.Name) is { } member)
            return member;
        if (LocalScope.Find(at.Locals, name.Name) is { } local)
            return ReferTo(local, name, at);
        if (values.TryGetValue(name.Name, out var symbol))
            return ReferToDeclared(symbol, name, at);

        var owners = enums.Values.Concat([verdictEnum]).Where(type => type.IndexOf(name.Name) >= 0).ToArray();
        if (owners.Length == 1)
            return TryEnumMember(owners[0], name, name.Name)!;
        if (owners.Length > 1)
        {
            return Fail(NameDiagnostics.AmbiguousMember, name, name.Name,
                string.Join(" and ", owners.Select(owner => owner.Name)), owners[0].Name);
        }
        if (expected is { Kind: TypeKind.Enum, Enum: { } target })
        {
            return FailWithSuggestion(NameDiagnostics.UnknownEnumMember, name, Spelling.Suggest(name.Name, target.Members),
                "members are " + string.Join(", ", target.Members), name.Name, target.Name);
        }
        if (name.Name == ChangedName)
            return Fail(ApprovalDiagnostics.NothingCritical, name);
        var suggestion = SuggestName(name.Name, at);
        MarkMeant(suggestion);
        return FailWithSuggestion(NameDiagnostics.UnknownName, name, suggestion, "declare it, or check the spelling", name.Name);
    }

    /// <summary>What a misspelt name probably means is not unused as well.</summary>
    private void MarkMeant(string? suggestion)
    {
        if (suggestion is not null && values.TryGetValue(suggestion, out var meant))
            meant.IsRead = true;
    }

    private string? SuggestName(string name, Place at)
    {
        var candidates = new List<string>(values.Keys);
        for (var scope = at.Locals; scope is not null; scope = scope.Outer)
            candidates.Add(scope.Symbol.Name);
        candidates.AddRange(enums.Values.SelectMany(type => type.Members));
        candidates.AddRange(definition.Origins.Unneeded);
        return Spelling.Suggest(name, candidates);
    }

    private BoundError FailWithSuggestion(DiagnosticDescriptor descriptor, ModelNode node, string? suggestion, string otherwise, params object[] arguments)
    {
        object[] all = [.. arguments, DidYouMean(suggestion, otherwise)];
        var found = Diagnostic.Create(descriptor, source, node.Span, all);
        diagnostics.Add(suggestion is null ? found : found.WithFixes(new CodeFix("write `" + suggestion + "`", new TextEdit(node.Span, suggestion))));
        return BoundError.Instance;
    }

    private BoundLiteral? TryEnumMember(EnumType type, Expression syntax, string name)
    {
        var index = type.IndexOf(name);
        if (index < 0)
            return null;
        usedEnums.Add(type);
        return new BoundLiteral(syntax, RuleType.Of(type), new Value(type.Members[index]));
    }

    private BoundExpression ReferToDeclared(ValueSymbol symbol, Expression syntax, Place at)
    {
        symbol.IsRead = true;
        switch (symbol)
        {
            case OutcomeSymbol outcome:
                if (outcome.Kind != OutcomeKind.Missing)
                    ReachOutcome([outcome.Name]);
                if (outcome.Type.IsError)
                    return FailWithoutRoles(syntax);
                break;
            case ParamSymbol param when !EnsureParam(param, syntax):
                return BoundError.Instance;
            case ComputedSymbol computed:
                if (computed.Parameters.Count > 0 || HasParameters(computed))
                {
                    EnsureBound(computed, syntax);
                    return Fail(NameDiagnostics.NeedsArguments, syntax, computed.Name, Signature(computed));
                }
                if (!EnsureBound(computed, syntax))
                    return BoundError.Instance;
                if (computed.OutcomePath is { } path)
                    ReachOutcome([computed.Name, .. path]);
                break;
        }
        return ReferTo(symbol, syntax, at);
    }

    private static bool HasParameters(ComputedSymbol symbol) => ParametersOf(symbol).Count > 0;

    private static IReadOnlyList<Parameter> ParametersOf(ValueSymbol symbol) => symbol switch
    {
        DefineSymbol define => define.Syntax.Parameters,
        TableSymbol table => table.Syntax.Parameters,
        DatedSymbol dated => ParametersOf(dated.Versions[0]),
        _ => [],
    };

    private static string Signature(ComputedSymbol symbol) =>
        symbol.Name + "(" + string.Join(", ", ParametersOf(symbol).Select(parameter => parameter.Name.Text)) + ")";

    /// <summary>A reference with the type that is proved at its place.</summary>
    private BoundExpression ReferTo(ValueSymbol symbol, Expression syntax, Place at)
    {
        symbol.IsRead = true;
        if (symbol.Type.IsError)
            return BoundError.Instance;
        var reference = new BoundReference(syntax, symbol, symbol.Type);
        return symbol.Type.IsOptional && IsKnown(reference, at.Flow) ? new BoundReference(syntax, symbol, symbol.Type.AsKnown()) : reference;
    }

    private BoundExpression BindMember(MemberExpression member, Place at)
    {
        var name = member.Member.Text;
        if (member.Target is NameExpression enumName && enums.TryGetValue(enumName.Name, out var type)
            && LocalScope.Find(at.Locals, enumName.Name) is null && !values.ContainsKey(enumName.Name))
        {
            return TryEnumMember(type, member, name)
                ?? (BoundExpression)FailWithSuggestion(NameDiagnostics.UnknownEnumMember, member.Member, Spelling.Suggest(name, type.Members),
                    "members are " + string.Join(", ", type.Members), name, type.Name);
        }

        var target = Bind(member.Target, at);
        if (target.Type.IsError)
            return target;
        if (target.Type.Kind != TypeKind.Record)
            return Fail(TypeDiagnostics.NotARecord, member.Target, ExpressionText.Of(member.Target), A(target.Type));

        var record = target.Type.Record!;
        var index = record.IndexOf(name);
        if (index < 0)
        {
            var fields = record.Fields.Select(field => field.Name).ToArray();
            return FailWithSuggestion(NameDiagnostics.UnknownMember, member.Member, Spelling.Suggest(name, fields),
                "its members are " + string.Join(", ", fields), record.Name ?? "`" + ExpressionText.Of(member.Target) + "`", name);
        }

        var fieldType = record.Fields[index].Type;
        if (fieldType.IsError)
            return BoundError.Instance;
        var declared = target.Type.IsOptional ? fieldType.AsOptional() : fieldType;
        var bound = new BoundField(member, target, index, name, declared);
        return declared.IsOptional && IsKnown(bound, at.Flow) ? new BoundField(member, target, index, name, declared.AsKnown()) : bound;
    }
}
