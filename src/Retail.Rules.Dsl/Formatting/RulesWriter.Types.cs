using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Dsl.Parsing;
using Retail.Rules.Model;

namespace Retail.Rules.Dsl.Formatting;

internal sealed partial class RulesWriter
{
    /// <summary>The column widths of the paragraph of inputs or params being written.</summary>
    private int[] widths = [];

    private void Enum(EnumDeclaration item)
    {
        var prefix = item.Kind switch
        {
            EnumKind.Ordered => "ordered enum ",
            EnumKind.Open => "open enum ",
            _ => "enum ",
        };
        var members = item.Members.Select(NameOrText).ToArray();
        var line = prefix + item.Name.Text + " { " + string.Join(", ", members) + " }";
        if (line.Length <= LineWriter.Width)
        {
            writer.Write(line);
        }
        else
        {
            writer.Write(prefix).Write(item.Name.Text).Write(" {");
            for (var i = 0; i < members.Length; i++)
            {
                writer.NewLine(Indent);
                writer.Write(members[i]).Write(i + 1 < members.Length ? "," : "");
            }
            writer.NewLine(0);
            writer.Write("}");
        }
        writer.EndLine(item.TrailingComment);
    }

    private void Type(TypeDeclaration item)
    {
        writer.Write("type ").Write(item.Name.Text).Write(" {");
        writer.EndLine(item.TrailingComment);
        var rows = item.Fields.Select(field => new[] { Names(field.Names), ": " + TypeText(field.Type) }).ToArray();
        var fieldWidths = Grid.Widths(rows);
        for (var i = 0; i < rows.Length; i++)
        {
            var field = item.Fields[i];
            writer.Comments(field.Comments, Indent);
            writer.Write("  ");
            Typed(rows[i], fieldWidths, field.Default is not null);
            if (field.Default is not null)
            {
                writer.Write(" = ");
                Expression(field.Default, Precedence.Unary, Indent);
            }
            writer.EndLine(field.TrailingComment);
        }
        writer.Write("}");
        writer.EndLine();
    }

    private void Input(InputDeclaration item)
    {
        Typed(InputCells(item), widths, item.Default is not null || item.RequiredWhen is not null || item.IsCritical);
        if (item.Default is not null)
        {
            writer.Write(" = ");
            Expression(item.Default, Precedence.Unary, 0);
        }
        if (item.RequiredWhen is not null)
        {
            writer.Write(" required when ");
            Expression(item.RequiredWhen, Precedence.Or, Indent);
        }
        if (item.IsCritical)
            writer.Write(" critical");
        writer.EndLine(item.TrailingComment);
    }

    private void Param(ParamDeclaration item)
    {
        Typed(ParamCells(item), widths, true);
        writer.Write(" = ");
        Expression(item.Value, Precedence.Unary, 0);
        if (item.Tighter != TighterDirection.Unknown)
            writer.Write("  tighter if ").Write(item.Tighter == TighterDirection.Lower ? "lower" : "higher");
        if (item.Within is not null)
        {
            writer.Write("  within ");
            Expression(item.Within, Precedence.Primary, 0);
        }
        if (item.Owner is not null)
            writer.Write("  owner ").Write(item.Owner.Text);
        if (item.OverridableBy.Count > 0)
            writer.Write("  ").Write(OverridableText(item.OverridableBy));
        writer.Write(WindowText(item.Effective, "  "));
        writer.EndLine(item.TrailingComment);
    }

    private void Set(SetDeclaration item)
    {
        writer.Write("set ").Write(item.Name.Text).Write(" = ");
        Expression(item.Value, Precedence.Unary, 0);
        writer.EndLine(item.TrailingComment);
    }

    /// <summary>A name and a type; padded if something follows.</summary>
    private void Typed(string[] cells, int[] cellWidths, bool isFollowed)
    {
        var line = Grid.Line(cells, cellWidths);
        writer.Write(isFollowed ? line.PadRight(cellWidths.Sum() + cellWidths.Length - 1) : line);
    }

    private static string[] InputCells(InputDeclaration item) => ["input " + Names(item.Names), ": " + TypeText(item.Type)];

    private static string[] ParamCells(ParamDeclaration item) => ["param " + item.Name.Text, ": " + TypeText(item.Type)];

    /// <summary>The column widths of the paragraph that begins with a declaration.</summary>
    private int[] GroupWidths(int start)
    {
        var rows = new List<string[]>();
        for (var i = start; i < ruleSet.Declarations.Count && (i == start || IsGroup(ruleSet.Declarations[i - 1], ruleSet.Declarations[i])); i++)
        {
            if (ruleSet.Declarations[i] is InputDeclaration input)
                rows.Add(InputCells(input));
            else if (ruleSet.Declarations[i] is ParamDeclaration param)
                rows.Add(ParamCells(param));
        }
        return Grid.Widths(rows);
    }
}
