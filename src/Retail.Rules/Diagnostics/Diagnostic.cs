using System;
using System.Collections.Generic;
using System.Globalization;
using Retail.Rules.Text;

namespace Retail.Rules.Diagnostics;

/// <summary>One finding about one place of a ruleset. Immutable and thread-safe.</summary>
public sealed class Diagnostic
{
    private static readonly CodeFix[] NoFixes = [];

    private Diagnostic(DiagnosticDescriptor descriptor, SourceText source, TextSpan span, object[] arguments, IReadOnlyList<CodeFix> fixes)
    {
        Descriptor = descriptor;
        Source = source;
        Span = span;
        Message = Format(descriptor.Message, arguments);
        Advice = Format(descriptor.Advice, arguments);
        Fixes = fixes;
    }

    /// <summary>What all diagnostics of this code share.</summary>
    public DiagnosticDescriptor Descriptor { get; }

    /// <summary><c>RR</c> and four digits.</summary>
    public string Code => Descriptor.Code;

    /// <summary>How much it weighs.</summary>
    public DiagnosticSeverity Severity => Descriptor.Severity;

    /// <summary>The text it is about.</summary>
    public SourceText Source { get; }

    /// <summary>The characters it is about.</summary>
    public TextSpan Span { get; }

    /// <summary>What is wrong, in one line.</summary>
    public string Message { get; }

    /// <summary>What to do, in one line.</summary>
    public string Advice { get; }

    /// <summary>Changes that would settle it; often one, may be none.</summary>
    public IReadOnlyList<CodeFix> Fixes { get; }

    /// <summary>Creates a diagnostic.</summary>
    /// <param name="descriptor">The code.</param>
    /// <param name="source">The text it is about.</param>
    /// <param name="span">The characters it is about.</param>
    /// <param name="arguments">What fills the holes of message and advice.</param>
    /// <returns>The diagnostic, without fixes.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Diagnostic Create(DiagnosticDescriptor descriptor, SourceText source, TextSpan span, params object[] arguments) =>
        new(
            descriptor ?? throw new ArgumentNullException(nameof(descriptor)),
            source ?? throw new ArgumentNullException(nameof(source)),
            span,
            arguments ?? throw new ArgumentNullException(nameof(arguments)),
            NoFixes);

    /// <summary>The same diagnostic with fixes.</summary>
    /// <param name="fixes">The fixes.</param>
    /// <returns>A copy that carries them.</returns>
    public Diagnostic WithFixes(params CodeFix[] fixes) => new(this, fixes);

    private Diagnostic(Diagnostic other, IReadOnlyList<CodeFix> fixes)
    {
        Descriptor = other.Descriptor;
        Source = other.Source;
        Span = other.Span;
        Message = other.Message;
        Advice = other.Advice;
        Fixes = fixes;
    }

    /// <summary>The finding as compilers print it: <c>file(line,col): error RR0101: message. advice</c>.</summary>
    /// <returns>One line.</returns>
    public override string ToString()
    {
        var severity = Severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "info",
        };
        return Source.Path + "(" + Source.GetPosition(Span.Start) + "): " + severity + " " + Code + ": " + Message
            + (Advice.Length == 0 ? "" : ". " + Advice);
    }

    private static string Format(string text, object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, text, arguments);
}
