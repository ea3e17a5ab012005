using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Dsl.Syntax;
using Retail.Rules.Model;

namespace Retail.Rules.Dsl.Lowering;

internal sealed partial class DeclarationLowering
{
    private EnumDeclaration Enum(SyntaxNode node)
    {
        var own = CommentsOf(node);
        var words = node.Token(0).Text switch
        {
            "ordered" => EnumKind.Ordered,
            "open" => EnumKind.Open,
            _ => EnumKind.Closed,
        };
        var nameIndex = words == EnumKind.Closed ? 1 : 2;
        return new EnumDeclaration
        {
            Name = Identifier(node.Token(nameIndex)),
            Kind = words,
            Members = Names(node, nameIndex + 1),
            Documentation = own.Documentation,
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private TypeDeclaration Type(SyntaxNode node)
    {
        var own = CommentsOf(node);
        return new TypeDeclaration
        {
            Name = Identifier(node.Token(1)),
            Fields = All(node.Parts(SyntaxKind.FieldGroup), Field),
            Documentation = own.Documentation,
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private FieldGroup Field(SyntaxNode node)
    {
        var own = CommentsOf(node);
        return new FieldGroup
        {
            Names = Names(node, 0),
            Type = RequiredType(node),
            Default = Condition(node, SyntaxKind.DefaultClause),
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private InputDeclaration Input(SyntaxNode node)
    {
        var own = CommentsOf(node);
        return new InputDeclaration
        {
            Names = Names(node, 1),
            Type = RequiredType(node),
            Default = Condition(node, SyntaxKind.DefaultClause),
            RequiredWhen = Condition(node, SyntaxKind.RequiredClause),
            IsCritical = node.Part(SyntaxKind.CriticalClause) is not null,
            Documentation = own.Documentation,
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private ParamDeclaration Param(SyntaxNode node)
    {
        var own = CommentsOf(node);
        return new ParamDeclaration
        {
            Name = Identifier(node.Token(1)),
            Type = RequiredType(node),
            Value = RequiredValue(node, SyntaxKind.DefaultClause),
            Tighter = node.Part(SyntaxKind.TighterClause) is { } tighter ? DirectionOf(tighter.Token(2).Text) : TighterDirection.Unknown,
            Within = Condition(node, SyntaxKind.WithinClause),
            Owner = Owner(node),
            OverridableBy = Overriders(node),
            Effective = Window(node),
            Documentation = own.Documentation,
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private static TighterDirection DirectionOf(string word) => word == "lower" ? TighterDirection.Lower : TighterDirection.Higher;

    private SetDeclaration Set(SyntaxNode node)
    {
        var own = CommentsOf(node);
        return new SetDeclaration
        {
            Name = Identifier(node.Token(1)),
            Value = RequiredValue(node, SyntaxKind.DefaultClause),
            Documentation = own.Documentation,
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private DefineDeclaration Define(SyntaxNode node)
    {
        var own = CommentsOf(node);
        return new DefineDeclaration
        {
            Name = Identifier(node.Token(1)),
            Parameters = Parameters(node),
            Type = TypeOf(node),
            Body = RequiredValue(node, SyntaxKind.DefaultClause),
            OnlyIf = Condition(node, SyntaxKind.OnlyIfClause),
            Documentation = own.Documentation,
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private ScoreDeclaration Score(SyntaxNode node)
    {
        var own = CommentsOf(node);
        return new ScoreDeclaration
        {
            Name = Identifier(node.Token(1)),
            Type = TypeOf(node),
            Body = RequiredValue(node, SyntaxKind.DefaultClause),
            OnlyIf = RequiredValue(node, SyntaxKind.OnlyIfClause),
            Documentation = own.Documentation,
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private OutputDeclaration Output(SyntaxNode node)
    {
        var own = CommentsOf(node);
        return new OutputDeclaration
        {
            Name = Identifier(node.Token(1)),
            Value = Condition(node, SyntaxKind.DefaultClause),
            OnlyIf = Condition(node, SyntaxKind.OnlyIfClause),
            Places = node.Part(SyntaxKind.PlacesClause) is { } places ? Number(places.Token(1)) : null,
            Documentation = own.Documentation,
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private NeverDeclaration Never(SyntaxNode node)
    {
        var own = CommentsOf(node);
        return new NeverDeclaration
        {
            Verdict = Identifier(node.Token(1)),
            When = Lower(node.Expression()),
            Documentation = own.Documentation,
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private FactsDeclaration Facts(SyntaxNode node)
    {
        var own = CommentsOf(node);
        return new FactsDeclaration
        {
            Name = Identifier(node.Token(1)),
            Record = Record(node.Expression()),
            Documentation = own.Documentation,
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private ExampleDeclaration Example(SyntaxNode node)
    {
        var own = CommentsOf(node);
        var given = node.Part(SyntaxKind.GivenClause);
        var expect = node.Part(SyntaxKind.ExpectClause);
        return new ExampleDeclaration
        {
            Title = Identifier(node.Token(1)),
            BaseFacts = given is not null && given.Children[1] is SyntaxToken name ? Identifier(name) : null,
            Facts = OptionalRecord(given),
            Verdict = expect is { Children.Count: > 1 } && expect.Children[1] is SyntaxToken verdict ? Identifier(verdict) : null,
            Rules = Expected(expect, "rules"),
            Approvers = Expected(expect, "approvers"),
            Conditions = Expected(expect, "conditions"),
            Missing = Expected(expect, "missing"),
            Outputs = OptionalRecord(expect?.Part(SyntaxKind.ExpectedOutputs)),
            Documentation = own.Documentation,
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private RecordExpression? OptionalRecord(SyntaxNode? node) =>
        node?.Part(SyntaxKind.RecordExpression) is { } record ? Record(record) : null;

    /// <summary>The names after a word of <c>expect</c>: null if it is not there, none for <c>none</c>.</summary>
    private IReadOnlyList<Identifier>? Expected(SyntaxNode? expect, string word)
    {
        var part = expect?.Parts(SyntaxKind.ExpectedNames).FirstOrDefault(names => names.Token(0).Text == word);
        if (part is null)
            return null;
        return part.Children.Count == 2 && part.Token(1).IsWord("none") ? [] : Names(part, 1);
    }
}
