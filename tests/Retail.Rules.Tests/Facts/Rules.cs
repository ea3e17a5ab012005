using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Tests.Facts;

/// <summary>Builds rulesets that read facts: each input is also an output, so that a decision shows what was read. One use.</summary>
internal sealed class Rules
{
    private readonly StringBuilder source = new("ruleset shop.facts version \"1\"\n");
    private readonly List<Declaration> declarations = [];
    private readonly List<Declaration> outputs = [];
    private Identifier? ownCurrency;
    private RuleSetLimits limits = RuleSetLimits.Default;

    public Rules Enum(string name, params string[] members) => Enum(EnumKind.Closed, name, members);

    public Rules Enum(EnumKind kind, string name, params string[] members)
    {
        declarations.Add(new EnumDeclaration { Name = Id(name), Kind = kind, Members = members.Select(member => Id(member)).ToArray() });
        return this;
    }

    /// <summary>Fields as <c>rate: percent?</c>.</summary>
    public Rules Type(string name, params string[] fields)
    {
        declarations.Add(new TypeDeclaration { Name = Id(name), Fields = fields.Select(field => Field(field, null)).ToArray() });
        return this;
    }

    public Rules TypeWithDefault(string name, string field, Expression value, params string[] fields)
    {
        declarations.Add(new TypeDeclaration { Name = Id(name), Fields = [Field(field, value), .. fields.Select(other => Field(other, null))] });
        return this;
    }

    /// <summary>Inputs as <c>price: money</c>, each on its line of the source.</summary>
    public Rules Input(params string[] inputs)
    {
        foreach (var input in inputs)
            InputWithDefault(input, null);
        return this;
    }

    public Rules InputWithDefault(string input, Expression? value)
    {
        AddInput(input, value);
        outputs.Add(new OutputDeclaration { Name = Id(NameOf(input)) });
        return this;
    }

    public Rules UnreadInput(string input)
    {
        AddInput(input, null);
        return this;
    }

    public Rules Declare(params Declaration[] more)
    {
        declarations.AddRange(more);
        return this;
    }

    public Rules Limit(int maxListItems)
    {
        limits = new RuleSetLimits { MaxListItems = maxListItems };
        return this;
    }

    public Rules In(string currency)
    {
        ownCurrency = Id(currency);
        return this;
    }

    public RuleSet Compile()
    {
        var definition = new RuleSetDefinition
        {
            Source = new SourceText(source.ToString()),
            Name = Id("shop.facts", 8),
            Version = Id("1"),
            Currency = ownCurrency,
            Declarations = [.. declarations, .. outputs],
        };
        return RuleSet.Compile(definition, new RuleSetOptions { Tier = ExecutionTier.Interpreted, Limits = limits }).GetValueOrThrow();
    }

    public static Identifier Id(string name) => new() { Text = name };

    public static NameExpression Name(string name) => new() { Name = name };

    public static MemberExpression Member(string target, string member) => new() { Target = Name(target), Member = Id(member) };

    public static NumberLiteral Number(decimal value) => new() { Value = value };

    private void AddInput(string input, Expression? value)
    {
        source.Append("input ");
        var name = Id(NameOf(input), source.Length);
        source.Append(input).Append('\n');
        declarations.Add(new InputDeclaration { Names = [name], Type = TypeOf(input), Default = value });
    }

    private static Identifier Id(string name, int start) => new() { Text = name, Span = new TextSpan(start, name.Length) };

    private static FieldGroup Field(string field, Expression? value) => new() { Names = [Id(NameOf(field))], Type = TypeOf(field), Default = value };

    private static string NameOf(string declaration) => declaration.Split(':')[0];

    private static TypeReference TypeOf(string declaration)
    {
        const string ListOf = "list of ";
        var type = declaration.Split(':')[1].Trim();
        var isList = type.StartsWith(ListOf, StringComparison.Ordinal);
        var parts = type.Replace(ListOf, "").TrimEnd('?').Split(" in ");
        return new TypeReference { IsList = isList, Name = Id(parts[0]), Currency = parts.Length > 1 ? Id(parts[1]) : null, IsOptional = type.EndsWith('?') };
    }
}
