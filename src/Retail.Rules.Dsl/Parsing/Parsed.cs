using System.Collections.Generic;
using Retail.Rules.Dsl.Syntax;
using Sprache;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>An element that was read, and the place after it: what Sprache calls a result, without the messages that this grammar does not use.</summary>
internal sealed class Parsed : IResult<SyntaxElement>
{
    public Parsed(SyntaxElement value, IInput remainder)
    {
        Value = value;
        Remainder = remainder;
    }

    public SyntaxElement Value { get; }

    public IInput Remainder { get; }

    public bool WasSuccessful => true;

    public string Message => "";

    public IEnumerable<string> Expectations => [];
}
