using System;
using System.Collections.Generic;
using Retail.Rules.Dsl.Syntax;
using Sprache;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>
/// A place in a list of tokens, for Sprache: one object a token, so that advancing allocates nothing. It is also what a parser gives whose
/// construct does not begin here, which is most of what optional parts give.
/// </summary>
internal sealed class TokenInput : IInput, IResult<SyntaxElement>
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

    SyntaxElement IResult<SyntaxElement>.Value => throw new InvalidOperationException("Nothing was read.");

    bool IResult<SyntaxElement>.WasSuccessful => false;

    string IResult<SyntaxElement>.Message => "";

    IEnumerable<string> IResult<SyntaxElement>.Expectations => [];

    IInput IResult<SyntaxElement>.Remainder => this;

    /// <summary>The next token; the end stays where it is.</summary>
    public IInput Advance() => AtEnd ? this : Context.InputAt(Index + 1);

    public bool Equals(IInput? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => Index;
}
