using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Tests.Generation;

/// <summary>
/// The structure of a model as text, without where it stands: two models are the same if their dumps are. By reflection, so that a member
/// added to the model is compared without anybody remembering to.
/// </summary>
public static class ModelDump
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, int indent)
    {
        switch (value)
        {
            case null:
                text.Append("null\n");
                break;
            case string characters:
                text.Append('"').Append(characters.Replace("\n", "\\n", StringComparison.Ordinal)).Append("\"\n");
                break;
            case DateTime or DateTimeOffset:
                text.Append(((IFormattable)value).ToString("O", CultureInfo.InvariantCulture)).Append('\n');
                break;
            case IFormattable formattable:
                text.Append(formattable.ToString(null, CultureInfo.InvariantCulture)).Append('\n');
                break;
            case bool boolean:
                text.Append(boolean).Append('\n');
                break;
            case IEnumerable items:
                text.Append("[\n");
                foreach (var item in items)
                    Write(text.Append(' ', indent + 2), item, indent + 2);
                text.Append(' ', indent).Append("]\n");
                break;
            default:
                WriteNode(text, value, indent);
                break;
        }
    }

    private static void WriteNode(StringBuilder text, object node, int indent)
    {
        text.Append(node.GetType().Name).Append('\n');
        foreach (var property in node.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            if (property.PropertyType == typeof(TextSpan) || property.PropertyType == typeof(SourceText))
                continue;
            text.Append(' ', indent + 2).Append(property.Name).Append(": ");
            Write(text, property.GetValue(node), indent + 2);
        }
    }
}
