using System.Collections.Generic;
using System.Text.Json;
using Retail.Rules.Diagnostics;
using Retail.Rules.Text;

namespace Retail.Rules.Cli.Output;

/// <summary>Diagnostics as a JSON array, lines and columns from 1.</summary>
internal static class DiagnosticJson
{
    public static string ToText(IReadOnlyList<Diagnostic> diagnostics) => JsonText.Of(json => Write(json, diagnostics), isIndented: true);

    public static void Write(Utf8JsonWriter json, IReadOnlyList<Diagnostic> diagnostics)
    {
        json.WriteStartArray();
        foreach (var diagnostic in diagnostics)
            Write(json, diagnostic);
        json.WriteEndArray();
    }

    /// <summary>The level in the words of compilers and of this tool.</summary>
    public static string LevelOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("file", diagnostic.Source.Path);
        WritePlace(json, diagnostic.Source, diagnostic.Span);
        json.WriteString("severity", LevelOf(diagnostic.Severity));
        json.WriteString("code", diagnostic.Code);
        json.WriteString("message", diagnostic.Message);
        json.WriteString("advice", diagnostic.Advice);
        json.WriteString("help", diagnostic.Descriptor.HelpPage);
        json.WriteStartArray("fixes");
        foreach (var fix in diagnostic.Fixes)
            WriteFix(json, diagnostic.Source, fix);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFix(Utf8JsonWriter json, SourceText source, CodeFix fix)
    {
        json.WriteStartObject();
        json.WriteString("title", fix.Title);
        json.WriteStartArray("edits");
        foreach (var edit in fix.Edits)
        {
            json.WriteStartObject();
            WritePlace(json, source, edit.Span);
            json.WriteString("text", edit.NewText);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, SourceText source, TextSpan span)
    {
        var start = source.GetPosition(span.Start);
        var end = source.GetPosition(span.End);
        json.WriteNumber("line", start.Line);
        json.WriteNumber("column", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
    }
}
