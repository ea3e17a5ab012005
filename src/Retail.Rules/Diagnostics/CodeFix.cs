using System;
using System.Collections.Generic;

namespace Retail.Rules.Diagnostics;

/// <summary>A change of the text that would settle a diagnostic, for an editor to offer. Immutable.</summary>
public sealed class CodeFix
{
    /// <summary>Creates a fix.</summary>
    /// <param name="title">What it does, as an editor shows it: <c>write 25%</c>.</param>
    /// <param name="edits">The edits, which do not overlap.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public CodeFix(string title, params TextEdit[] edits)
    {
        Title = title ?? throw new ArgumentNullException(nameof(title));
        Edits = edits ?? throw new ArgumentNullException(nameof(edits));
    }

    /// <summary>What it does.</summary>
    public string Title { get; }

    /// <summary>The edits, which do not overlap.</summary>
    public IReadOnlyList<TextEdit> Edits { get; }
}
