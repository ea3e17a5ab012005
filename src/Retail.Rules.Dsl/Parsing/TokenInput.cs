using System;
using System.Collections.Generic;
using Retail.Rules.Dsl.Syntax;
using Sprache;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>A place in a list of tokens, for Sprache: one object a token, made beforehand, so that advancing allocates nothing.</summary>
internal sealed class TokenInput : IInput
{
    public TokenInput(ParseContext context, int index)
    {
        Context = context;
        Index = index;
    }

    public ParseContext Context { get; }

    public int Index { get; }

    public SyntaxToken Token => Context.Tokens[Index];

    /// <summary>The token's kind; the end of the line where a table line ends.</summary>
    public SyntaxKind Kind => Context.KindAt(Index);

    public bool AtEnd => Index == Context.Tokens.Length - 1;

    public int Position => Token.Start;

    string IInput.Source => Token.Content;

    char IInput.Current => AtEnd ? '\0' : Token.Content[Token.Start];

    int IInput.Line => 0;

    int IInput.Column => 0;

    IDictionary<object, object> IInput.Memos => throw new NotSupportedException("This grammar is predictive and memoises nothing.");

    /// <summary>The next token; the end stays where it is.</summary>
    public IInput Advance() => AtEnd ? this : Context.InputAt(Index + 1);

    public bool Equals(IInput? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => Index;
}
