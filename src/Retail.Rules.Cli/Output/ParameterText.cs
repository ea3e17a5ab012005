using System.Collections.Generic;
using System.IO;
using System.Linq;
using Retail.Rules.Dsl;
using Retail.Rules.Model;

namespace Retail.Rules.Cli.Output;

/// <summary>A param for people: its value, and below it every place that gave one, the lowest first.</summary>
internal static class ParameterText
{
    public static void Write(RuleSetDefinition definition, string name, Expression? given, TextWriter output)
    {
        var versions = definition.Declarations.OfType<ParamDeclaration>().Where(param => param.Name.Text == name).ToArray();
        output.WriteLine(given is not null || versions.Length == 1
            ? name + " is " + RulesText.WriteExpression(given ?? versions[0].Value)
            : name + " depends on asOf");
        var table = new TextTable("", "", "", "");
        foreach (var version in versions)
            AddHistory(table, definition, version);
        if (given is not null)
            table.Add("", RulesText.WriteExpression(given), "--set", "");
        foreach (var line in table.Lines())
            output.WriteLine(line);
        foreach (var line in Rights(versions[0]))
            output.WriteLine("  " + line);
    }

    private static void AddHistory(TextTable table, RuleSetDefinition definition, ParamDeclaration version)
    {
        var changes = new List<LayerChange>();
        var declared = version;
        while (definition.Changes.FirstOrDefault(change => ReferenceEquals(change.After, declared)) is { } change)
        {
            changes.Insert(0, change);
            declared = (ParamDeclaration)change.Before;
        }
        table.Add("", RulesText.WriteExpression(declared.Value), "declared" + Window(declared.Effective), Place(definition, declared, declared.Name));
        foreach (var change in changes)
        {
            var owner = change.Layer.Owner is null ? "" : ", owner " + change.Layer.Owner.Text;
            table.Add("", RulesText.WriteExpression(((ParamDeclaration)change.After).Value), "layer " + change.Layer.Name.Text + owner, Place(definition, change.Statement, ((SetDeclaration)change.Statement).Name));
        }
    }

    private static string Window(EffectiveWindow? window) => window is null
        ? ""
        : ", effective" + (window.From is null ? "" : " from " + RulesText.WriteExpression(window.From)) + (window.Until is null ? "" : " until " + RulesText.WriteExpression(window.Until));

    private static IEnumerable<string> Rights(ParamDeclaration param)
    {
        if (param.Tighter != TighterDirection.Unknown)
            yield return "tighter if " + (param.Tighter == TighterDirection.Lower ? "lower" : "higher");
        if (param.Within is not null)
            yield return "within " + RulesText.WriteExpression(param.Within);
        if (param.Owner is not null)
            yield return "owner " + param.Owner.Text;
        if (param.OverridableBy.Count > 0)
            yield return "overridable by " + string.Join(", ", param.OverridableBy.Select(role => role.Text));
    }

    private static string Place(RuleSetDefinition definition, Declaration declaration, Identifier name)
    {
        var source = definition.SourceOf(declaration);
        return source.Path + "(" + source.GetPosition(name.Span.Start) + ")";
    }
}
