using System;

namespace Retail.Rules.Diagnostics;

/// <summary>
/// What every diagnostic of one code has in common. Each code has a page in <c>docs/diagnostics/</c> of the same name.
/// Immutable and thread-safe.
/// </summary>
public sealed class DiagnosticDescriptor
{
    /// <summary>Describes a code.</summary>
    /// <param name="code"><c>RR</c> and four digits.</param>
    /// <param name="severity">How much it weighs.</param>
    /// <param name="title">The mistake in a few words, for lists.</param>
    /// <param name="message">One line in trade words with <c>{0}</c> holes: what is wrong, here.</param>
    /// <param name="advice">One line with the same holes: what to do about it.</param>
    /// <exception cref="ArgumentNullException">A text is null.</exception>
    public DiagnosticDescriptor(string code, DiagnosticSeverity severity, string title, string message, string advice)
    {
        Code = code ?? throw new ArgumentNullException(nameof(code));
        Severity = severity;
        Title = title ?? throw new ArgumentNullException(nameof(title));
        Message = message ?? throw new ArgumentNullException(nameof(message));
        Advice = advice ?? throw new ArgumentNullException(nameof(advice));
    }

    /// <summary><c>RR</c> and four digits; never reused for another meaning.</summary>
    public string Code { get; }

    /// <summary>How much it weighs.</summary>
    public DiagnosticSeverity Severity { get; }

    /// <summary>The mistake in a few words.</summary>
    public string Title { get; }

    /// <summary>The message with numbered holes.</summary>
    public string Message { get; }

    /// <summary>What to do, with the same numbered holes.</summary>
    public string Advice { get; }

    /// <summary>Where the page of this code is, from the root of the repository.</summary>
    public string HelpPage => "docs/diagnostics/" + Code + ".md";
}
