using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Text;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Binding;

/// <summary>Declared types: enums, records, and references to them.</summary>
internal sealed partial class Binder
{
    private static readonly IReadOnlyDictionary<string, RuleType> BuiltInTypes = new Dictionary<string, RuleType>
    {
        ["number"] = RuleType.Number,
        ["percent"] = RuleType.Percent,
        ["money"] = RuleType.Money,
        ["date"] = RuleType.Date,
        ["instant"] = RuleType.Instant,
        ["duration"] = RuleType.Duration,
        ["boolean"] = RuleType.Boolean,
        ["text"] = RuleType.Text,
    };

    private readonly Dictionary<string, TypeDeclaration> typeDeclarations = new(System.StringComparer.Ordinal);
    private readonly List<string> resolving = [];

    /// <summary>The verdicts as an enum, for conditions on the outcome; ordered from best to worst.</summary>
    private readonly EnumType verdictEnum = new("Verdict", EnumKind.Ordered, VerdictNames.All);

    private void DeclareTypes()
    {
        var declared = new Dictionary<string, (Identifier Name, SourceText Source)>(System.StringComparer.Ordinal);
        foreach (var declaration in definition.Declarations)
        {
            Enter(declaration);
            if (declaration is EnumDeclaration enumDeclaration && ClaimTypeName(declared, enumDeclaration.Name))
                DeclareEnum(enumDeclaration);
            else if (declaration is TypeDeclaration type && ClaimTypeName(declared, type.Name))
                typeDeclarations.Add(type.Name.Text, type);
        }
        source = definition.Source;
        foreach (var type in typeDeclarations.Values)
            ResolveRecord(type);
    }

    private bool ClaimTypeName(Dictionary<string, (Identifier Name, SourceText Source)> declared, Identifier name)
    {
        if (BuiltInTypes.ContainsKey(name.Text) || name.Text == "Verdict")
        {
            Report(NameDiagnostics.BuiltInName, name, name.Text);
            return false;
        }
        if (declared.TryGetValue(name.Text, out var first))
        {
            Report(NameDiagnostics.DuplicateName, name, name.Text, LineOf(first.Name.Span, first.Source));
            return false;
        }
        declared.Add(name.Text, (name, source));
        return true;
    }

    private void DeclareEnum(EnumDeclaration declaration)
    {
        var members = new List<string>();
        var seen = new HashSet<string>(System.StringComparer.Ordinal);
        foreach (var member in declaration.Members)
        {
            if (!seen.Add(member.Text))
                Report(NameDiagnostics.DuplicateName, member, member.Text, LineOf(declaration.Members.First(other => other.Text == member.Text).Span));
            else
                members.Add(member.Text);
        }
        enums.Add(declaration.Name.Text, new EnumType(declaration.Name.Text, declaration.Kind, members));
    }

    private RuleType ResolveRecord(TypeDeclaration declaration)
    {
        var name = declaration.Name.Text;
        if (types.TryGetValue(name, out var known))
            return known;
        if (resolving.Contains(name))
        {
            var circle = resolving.SkipWhile(other => other != name).Concat([name]);
            var around = Enter(declaration);
            Report(NameDiagnostics.RecursiveType, declaration.Name, name, string.Join(" contains ", circle));
            source = around;
            return types[name] = RuleType.Error;
        }

        var before = Enter(declaration);
        resolving.Add(name);
        var fields = new List<Field>();
        var seen = new Dictionary<string, Identifier>(System.StringComparer.Ordinal);
        foreach (var group in declaration.Fields)
        {
            var type = ResolveType(group.Type);
            var value = group.Default is null ? (Value?)null : BindDefault(group.Default, type);
            foreach (var field in group.Names)
            {
                if (seen.TryGetValue(field.Text, out var first))
                    Report(NameDiagnostics.DuplicateName, field, field.Text, LineOf(first.Span));
                else
                    fields.Add(new Field(field.Text, type, value));
                seen[field.Text] = field;
            }
        }
        resolving.RemoveAt(resolving.Count - 1);
        source = before;

        // A type found to contain itself stays an error.
        if (types.TryGetValue(name, out var broken))
            return broken;
        return types[name] = RuleType.Of(new RecordType(name, fields));
    }

    private RuleType ResolveType(TypeReference reference)
    {
        var name = reference.Name.Text;
        RuleType type;
        if (BuiltInTypes.TryGetValue(name, out var builtIn))
        {
            type = builtIn;
        }
        else if (enums.TryGetValue(name, out var enumType))
        {
            usedEnums.Add(enumType);
            type = RuleType.Of(enumType);
        }
        else if (typeDeclarations.TryGetValue(name, out var declaration))
        {
            usedTypes.Add(name);
            type = ResolveRecord(declaration);
        }
        else
        {
            var known = BuiltInTypes.Keys.Concat(enums.Keys).Concat(typeDeclarations.Keys).Concat(definition.Origins.Unneeded);
            Report(NameDiagnostics.UnknownType, reference.Name, name,
                DidYouMean(Spelling.Suggest(name, known), "declare it as a type or enum, or use number, percent, money, date, instant, duration, boolean or text"));
            type = RuleType.Error;
        }
        if (reference.Currency is { } currency)
            type = InCurrency(type, currency);
        if (type.IsError)
            return type;
        if (reference.IsList)
            type = RuleType.ListOf(type);
        return reference.IsOptional ? type.AsOptional() : type;
    }

    private Value? BindDefault(Expression value, RuleType type)
    {
        var bound = BindAs(value, Place.Top, type);
        if (bound.Type.IsError)
            return null;
        if (Constants.TryEvaluate(bound, out var constant))
            return constant;
        Report(TypeDiagnostics.NotConstant, value, ExpressionText.Of(value), "a default");
        return null;
    }
}
