using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text;
using Retail.Rules.Model;

namespace Retail.Rules.Dsl.Tests.Generation;

/// <summary>A model as indented text, every property but spans and sources: two models are the same if their dumps are.</summary>
internal static class ModelDump
{
    public static string Of(object? node)
    {
        var text = new StringBuilder();
        Write(text, node, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, int indent)
    {
        switch (value)
        {
            case null:
                text.Append("null\n");
                break;
            case ModelNode node:
                WriteNode(text, node, indent);
                break;
            case string words:
                text.Append('"').Append(words).Append("\"\n");
                break;
            case IEnumerable items:
                text.Append('\n');
                foreach (var item in items)
                {
                    text.Append(' ', indent).Append("- ");
                    Write(text, item, indent + 2);
                }
                break;
            case DateTimeOffset instant:
                text.Append(instant.ToString("O", CultureInfo.InvariantCulture)).Append('\n');
                break;
            case IFormattable scalar:
                text.Append(scalar.ToString(null, CultureInfo.InvariantCulture)).Append('\n');
                break;
            default:
                text.Append(value).Append('\n');
                break;
        }
    }

    private static void WriteNode(StringBuilder text, ModelNode node, int indent)
    {
        text.Append(node.GetType().Name).Append('\n');
        foreach (var property in node.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            if (property.Name is nameof(ModelNode.Span) or nameof(RuleSetDefinition.Source))
                continue;
            text.Append(' ', indent).Append(property.Name).Append(": ");
            Write(text, property.GetValue(node), indent + 2);
        }
    }
}
