using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Dsl.Syntax;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Lowering;

/// <summary>Makes the model of a ruleset of its tree. One per tree; not thread-safe.</summary>
internal sealed partial class DeclarationLowering : ExpressionLowering
{
    private readonly CommentOwners comments;

    private DeclarationLowering(CommentOwners comments)
        : base(comments) => this.comments = comments;

    /// <summary>The model of a tree; null if it has no header.</summary>
    public static RuleSetDefinition? Lower(SyntaxTree tree)
    {
        var header = tree.Root.Part(SyntaxKind.Header);
        return header is null ? null : new DeclarationLowering(new CommentOwners(tree.Root)).RuleSet(tree, header);
    }

    private RuleSetDefinition RuleSet(SyntaxTree tree, SyntaxNode header)
    {
        var own = CommentsOf(header);
        var effective = header.Part(SyntaxKind.EffectiveClause);
        var until = effective?.Part(SyntaxKind.UntilClause);
        var paths = header.Parts(SyntaxKind.Path);
        return new RuleSetDefinition
        {
            Source = tree.Source,
            Kind = KindOf(header.Token(0).Text),
            Name = Name(paths[0]),
            Version = header.Tokens(SyntaxKind.Text).FirstOrDefault() is { } version ? Identifier(version) : new Identifier { Text = "", Span = new TextSpan(paths[0].End, 0) },
            Base = paths.Length > 1 ? Name(paths[1]) : null,
            Owner = header.Part(SyntaxKind.OwnerClause) is { } owner ? Identifier(owner.Token(1)) : null,
            Uses = All(header.Parts(SyntaxKind.UseClause), Use),
            Documentation = own.Documentation,
            EffectiveFrom = effective is null ? null : Date(effective.Token(2)),
            EffectiveUntil = until is null ? null : Date(until.Token(1)),
            Currency = header.Part(SyntaxKind.CurrencyClause) is { } currency ? Identifier(currency.Token(1)) : null,
            OutputPlaces = header.Part(SyntaxKind.OutputsClause) is { } outputs ? Number(outputs.Token(2)) : null,
            Declarations = tree.Root.Children.OfType<SyntaxNode>().Select(Declaration).OfType<Declaration>().ToArray(),
            Comments = own.Above,
            TrailingComment = own.Trailing,
            ClosingComments = comments.Closing,
            Span = SpanOf(header),
        };
    }

    private static DocumentKind KindOf(string word) => word switch
    {
        "vocabulary" => DocumentKind.Vocabulary,
        "part" => DocumentKind.Part,
        "layer" => DocumentKind.Layer,
        _ => DocumentKind.RuleSet,
    };

    private UseClause Use(SyntaxNode node)
    {
        var own = CommentsOf(node);
        return new UseClause
        {
            Names = All(node.Parts(SyntaxKind.Path), Name),
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private Identifier Name(SyntaxNode path) => new()
    {
        Text = string.Concat(path.Children.OfType<SyntaxToken>().Select(token => token.Text)),
        Span = SpanOf(path),
    };

    private Declaration? Declaration(SyntaxNode node) => node.Kind switch
    {
        SyntaxKind.EnumDeclaration => Enum(node),
        SyntaxKind.TypeDeclaration => Type(node),
        SyntaxKind.InputDeclaration => Input(node),
        SyntaxKind.ParamDeclaration => Param(node),
        SyntaxKind.SetDeclaration => Set(node),
        SyntaxKind.SetTableDeclaration => SetTable(node),
        SyntaxKind.DefineDeclaration => Define(node),
        SyntaxKind.ScoreDeclaration => Score(node),
        SyntaxKind.TableDeclaration => Table(node),
        SyntaxKind.SelectDeclaration => Select(node),
        SyntaxKind.RuleDeclaration => Rule(node),
        SyntaxKind.OutputDeclaration => Output(node),
        SyntaxKind.NeverDeclaration => Never(node),
        SyntaxKind.FactsDeclaration => Facts(node),
        SyntaxKind.ExampleDeclaration => Example(node),
        _ => null,
    };

    private Identifier[] Names(SyntaxNode node, int skipped) => node.Children.OfType<SyntaxToken>()
        .Skip(skipped).Where(IsName).Select(Identifier).ToArray();

    private Identifier[] Overriders(SyntaxNode node) =>
        node.Part(SyntaxKind.OverridableClause) is { } clause ? Names(clause, 2) : [];

    private static bool IsName(SyntaxToken token) =>
        token.Kind is SyntaxKind.Name or SyntaxKind.Text || Lexing.HardWords.Is(token.Kind);

    private TypeReference? TypeOf(SyntaxNode node)
    {
        if (node.Part(SyntaxKind.TypeClause)?.Part(SyntaxKind.TypeReference) is not { } reference)
            return null;
        var names = reference.Children.OfType<SyntaxToken>().Where(IsName).ToArray();
        return new TypeReference
        {
            IsList = names.Length > 1,
            Name = Identifier(names[names.Length - 1]),
            Currency = reference.Part(SyntaxKind.CurrencyClause) is { } currency ? Identifier(currency.Token(1)) : null,
            IsOptional = reference.Has(SyntaxKind.Question),
            Span = SpanOf(reference),
        };
    }

    /// <summary>The type that a declaration has to give; of no name if it does not.</summary>
    private TypeReference RequiredType(SyntaxNode node) => TypeOf(node) ?? new TypeReference
    {
        Name = new Identifier { Text = "", Span = new TextSpan(node.End, 0) },
        Span = new TextSpan(node.End, 0),
    };

    /// <summary>The days on which a declaration or a row is in force; null if it does not say.</summary>
    private EffectiveWindow? Window(SyntaxNode node) => node.Part(SyntaxKind.WindowClause) is not { } window
        ? null
        : new EffectiveWindow
        {
            From = window.Token(1).IsWord("from") ? Date(window.Token(2)) : null,
            Until = window.Part(SyntaxKind.UntilClause) is { } until ? Date(until.Token(1)) : null,
            Span = SpanOf(window),
        };

    private Expression RequiredValue(SyntaxNode node, SyntaxKind clause) =>
        Condition(node, clause) ?? new NameExpression { Name = "", Span = new TextSpan(node.End, 0) };

    private Identifier? Owner(SyntaxNode node) => node.Part(SyntaxKind.OwnerClause) is { } owner ? Identifier(owner.Token(1)) : null;

    private Parameter[] Parameters(SyntaxNode node) => node.Part(SyntaxKind.Parameters) is not { } list
        ? []
        : list.Parts(SyntaxKind.Parameter).Select(parameter => new Parameter
        {
            Name = Identifier(parameter.Token(0)),
            Type = RequiredType(parameter),
            Span = SpanOf(parameter),
        }).ToArray();
}
