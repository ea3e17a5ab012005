using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;

namespace Retail.Rules.Composition;

/// <summary>
/// The names that a declaration gives and those that it may refer to. Nothing is looked up: a name that an item or parameter hides counts too,
/// which at worst keeps a declaration that is not needed. Facts and examples refer to nothing, since they change no decision.
/// </summary>
internal static class Names
{
    /// <summary>The enum whose members can sign, known by its name.</summary>
    private const string Roles = "Role";

    /// <summary>The enum of the first parts of codes, known by its name.</summary>
    private const string ReasonFamilies = "ReasonFamily";

    /// <summary>The names by which other declarations refer to this one.</summary>
    public static IEnumerable<Identifier> Given(Declaration declaration) => declaration switch
    {
        EnumDeclaration item => [item.Name],
        TypeDeclaration item => [item.Name],
        InputDeclaration item => item.Names,
        ParamDeclaration item => [item.Name],
        DefineDeclaration item => [item.Name],
        TableDeclaration item => [item.Name],
        SelectDeclaration item => [item.Name],
        ScoreDeclaration item => [item.Name],
        _ => [],
    };

    /// <summary>Whether a declaration gives the name of a type; types and values do not share names.</summary>
    public static bool IsOfType(Declaration declaration) => declaration is EnumDeclaration or TypeDeclaration;

    /// <summary>The names that a declaration may refer to: values, types, members of enums, functions.</summary>
    public static HashSet<string> Read(Declaration declaration)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        names.UnionWith(Types(declaration).OfType<TypeReference>().Select(type => type.Name.Text));
        if (NamesRoles(declaration))
            names.Add(Roles);
        if (declaration is RuleDeclaration { Code: not null })
            names.Add(ReasonFamilies);
        var open = new Stack<Expression>(Expressions(declaration).OfType<Expression>());
        while (open.Count > 0)
        {
            var expression = open.Pop();
            if (expression is NameExpression name)
                names.Add(name.Name);
            else if (expression is CallExpression call)
                names.Add(call.Function.Text);
            foreach (var child in ExpressionChildren.Of(expression))
                open.Push(child);
        }
        if (names.Contains("approvers"))
            names.Add(Roles);
        return names;
    }

    /// <summary>Whether a node is a declaration, or its name, a clause or an expression of it.</summary>
    public static bool Hold(Declaration declaration, ModelNode node) =>
        ReferenceEquals(declaration, node)
        || Given(declaration).Any(name => ReferenceEquals(name, node))
        || (declaration is RuleDeclaration rule && (ReferenceEquals(rule.Id, node) || rule.Clauses.Any(clause => ReferenceEquals(clause, node) || clause.Effects.Any(effect => ReferenceEquals(effect, node)))))
        || Expressions(declaration).OfType<Expression>().Any(expression => ExpressionChildren.Any(expression, child => ReferenceEquals(child, node)));

    private static bool NamesRoles(Declaration declaration) => declaration switch
    {
        ParamDeclaration item => item.Owner is not null || item.OverridableBy.Count > 0,
        TableDeclaration item => item.OverridableBy.Count > 0,
        RuleDeclaration item => item.Owner is not null || item.Clauses.Any(clause => clause.Effects.Any(effect => effect.Kind == EffectKind.Refer)),
        _ => false,
    };

    private static IEnumerable<TypeReference?> Types(Declaration declaration) => declaration switch
    {
        TypeDeclaration item => item.Fields.Select(field => field.Type),
        InputDeclaration item => [item.Type],
        ParamDeclaration item => [item.Type],
        ScoreDeclaration item => [item.Type],
        DefineDeclaration item => [item.Type, .. item.Parameters.Select(parameter => parameter.Type)],
        TableDeclaration item => item.Inputs.Concat(item.Outputs).Select(column => column.Type).Concat(item.Parameters.Select(parameter => parameter.Type)),
        SelectDeclaration item => item.Defines.SelectMany(Types),
        _ => [],
    };

    private static IEnumerable<Expression?> Expressions(Declaration declaration) => declaration switch
    {
        TypeDeclaration item => item.Fields.Select(field => field.Default),
        InputDeclaration item => [item.Default, item.RequiredWhen],
        ParamDeclaration item => [item.Value, item.Within],
        SetDeclaration item => [new NameExpression { Name = item.Name.Text }, item.Value],
        DefineDeclaration item => [item.Body, item.OnlyIf],
        ScoreDeclaration item => [item.Body, item.OnlyIf],
        TableDeclaration item => [.. item.Inputs.Select(column => column.Head), .. item.Outputs.Select(column => column.Within), .. item.Rows.SelectMany(OfRow)],
        SetTableDeclaration item => [new NameExpression { Name = item.Name.Text }, .. item.Inputs.Select(column => column.Head), .. item.Rows.SelectMany(OfRow)],
        SelectDeclaration item => OfSelect(item),
        RuleDeclaration item => [item.ForEach?.Source, item.OnlyIf, .. item.Clauses.SelectMany(OfClause)],
        OutputDeclaration item => [item.Value ?? new NameExpression { Name = item.Name.Text }, item.OnlyIf],
        NeverDeclaration item => [item.When],
        _ => [],
    };

    private static IEnumerable<Expression?> OfRow(TableRow row) =>
        row.Cells.SelectMany(cell => cell.Tests).Select(test => (Expression?)test.Value).Concat(row.Values);

    private static IEnumerable<Expression?> OfSelect(SelectDeclaration item) =>
        item.Defines.SelectMany(Expressions)
            .Concat([item.Source, item.Key, item.Prefer])
            .Concat(item.Exclusions.Select(exclusion => exclusion.When))
            .Concat(item.Scores.SelectMany(score => new[] { score.Points, score.When }))
            .Concat(item.RankKeys.Select(key => key.Value));

    private static IEnumerable<Expression?> OfClause(Clause clause) => [clause.When, .. clause.Effects.SelectMany(OfEffect)];

    private static IEnumerable<Expression?> OfEffect(Effect effect) =>
        [.. effect.Roles, .. effect.EscalateTo, effect.Within, .. effect.Text?.Parts.Select(part => part.Hole) ?? []];
}
