using System.Collections.Generic;
using System.IO;
using System.Linq;
using Retail.Rules.Dsl;
using Retail.Rules.Model;

namespace Retail.Rules.Cli.Output;

/// <summary>A param for people: its value, and below it every place that gave one, the lowest first.</summary>
internal static class ParameterText
{
    public static void Write(RuleSetDefinition definition, ParamDeclaration param, Expression? given, TextWriter output)
    {
        output.WriteLine(param.Name.Text + " is " + RulesText.WriteExpression(given ?? param.Value));
        var changes = definition.Changes.Where(change => change.After is ParamDeclaration after && after.Name.Text == param.Name.Text).ToArray();
        var declared = changes.Length == 0 ? param : (ParamDeclaration)changes[0].Before;
        var table = new TextTable("", "", "", "");
        table.Add("", RulesText.WriteExpression(declared.Value), "declared", Place(definition, declared, declared.Name));
        foreach (var change in changes)
        {
            var owner = change.Layer.Owner is null ? "" : ", owner " + change.Layer.Owner.Text;
            table.Add("", RulesText.WriteExpression(((ParamDeclaration)change.After).Value), "layer " + change.Layer.Name.Text + owner, Place(definition, change.Statement, ((SetDeclaration)change.Statement).Name));
        }
        if (given is not null)
            table.Add("", RulesText.WriteExpression(given), "--set", "");
        foreach (var line in table.Lines())
            output.WriteLine(line);
        foreach (var line in Rights(declared))
            output.WriteLine("  " + line);
    }

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
