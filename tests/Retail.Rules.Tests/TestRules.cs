using System;
using System.Collections.Generic;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Text;
using static Retail.Rules.Tests.Generation.Syntax;

namespace Retail.Rules.Tests;

/// <summary>Small rulesets written in code.</summary>
internal static class TestRules
{
    public static readonly EnumDeclaration Roles = new() { Name = Id("Role"), Members = [Id("Buyer"), Id("Director")] };

    public static RuleSetDefinition Definition(params IReadOnlyList<Declaration> declarations) => new()
    {
        Source = new SourceText(""),
        Name = Id("test.rules"),
        Version = Id("1"),
        Currency = Id("local"),
        Declarations = declarations,
    };

    public static RuleSet Compile(RuleSetDefinition definition, ExecutionTier tier, long maxSteps = 1_000_000)
    {
        var result = RuleSet.Compile(definition, new RuleSetOptions { Tier = tier, Limits = new RuleSetLimits { MaxSteps = maxSteps } });
        Assert.That(result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.ToString()), Is.Empty);
        return result.RuleSet!;
    }

    /// <summary>The outputs of a decision on facts, such as <c>sum 55, twice 110</c>.</summary>
    public static string Outputs(RuleSet rules, string facts) =>
        string.Join(", ", rules.Evaluate(FactSet.FromJson(facts)).Outputs.Select(output => FormattableString.Invariant($"{output.Key} {output.Value}")));

    public static InputDeclaration Input(string name, string type, bool isOptional = false, bool isList = false) =>
        new() { Names = [Id(name)], Type = Type(type, isOptional, isList) };

    public static DefineDeclaration Define(string name, Expression body) => new() { Name = Id(name), Body = body };

    public static OutputDeclaration Output(string name, Expression value) => new() { Name = Id(name), Value = value };

    public static RuleDeclaration Rule(string id, Expression when, EffectKind effect = EffectKind.Reject, RuleKind kind = RuleKind.Ordinary, ForEachHeader? each = null) => new()
    {
        Kind = kind,
        Id = Id(id),
        Title = Id("Title of " + id),
        ForEach = each,
        Clauses = [new Clause { When = when, Effects = [new Effect { Kind = effect, Roles = effect == EffectKind.Refer ? [Name("Buyer")] : [] }] }],
    };

    public static ForEachHeader Each(string item, string source) => new() { Item = Id(item), Source = Name(source) };

    /// <summary>The sum of a list of numbers.</summary>
    public static Expression Sum(string list, string item = "x", Expression? body = null) =>
        Aggregate(AggregateKind.Sum, item, Name(list), body: body ?? Name(item));

    public static Expression Above(Expression left, decimal limit) => Binary(left, BinaryOperator.Greater, Number(limit));
}
