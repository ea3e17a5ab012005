using System;
using Retail.Rules.Text;

namespace Retail.Rules.Diagnostics;

/// <summary>A replacement of some characters, part of a <see cref="CodeFix"/>. Immutable.</summary>
public sealed class TextEdit
{
    /// <summary>Creates an edit.</summary>
    /// <param name="span">The characters to replace; empty to insert.</param>
    /// <param name="newText">What stands there afterwards.</param>
    /// <exception cref="ArgumentNullException"><paramref name="newText"/> is null.</exception>
    public TextEdit(TextSpan span, string newText)
    {
        Span = span;
        NewText = newText ?? throw new ArgumentNullException(nameof(newText));
    }

    /// <summary>The characters to replace.</summary>
    public TextSpan Span { get; }

    /// <summary>What stands there afterwards.</summary>
    public string NewText { get; }
}
