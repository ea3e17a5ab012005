using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Syntax;

/// <summary>A token or a node of the tree. Immutable.</summary>
internal abstract class SyntaxElement
{
    protected SyntaxElement(SyntaxKind kind) => Kind = kind;

    public SyntaxKind Kind { get; }

    /// <summary>Where its leading trivia begins.</summary>
    public abstract int FullStart { get; }

    /// <summary>Where its own characters begin.</summary>
    public abstract int Start { get; }

    /// <summary>Just after its last character.</summary>
    public abstract int End { get; }

    public TextSpan Span => TextSpan.FromBounds(Start, End);
}
