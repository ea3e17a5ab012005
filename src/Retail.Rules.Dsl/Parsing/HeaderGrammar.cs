using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Dsl.Syntax;
using Sprache;
using static Retail.Rules.Dsl.Parsing.TokenParsers;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>The production <c>header</c>.</summary>
internal static class HeaderGrammar
{
    private const string Form = "write `ruleset company.name version \"1\"`";

    private static readonly Parser<SyntaxElement> Path = Node(
        SyntaxKind.Path,
        Name("the ruleset's name", Form),
        Sequence(Token(SyntaxKind.Dot), Name("the rest of the ruleset's name", Form)).Repeated());

    private static readonly Parser<SyntaxElement> Effective = Node(
        SyntaxKind.EffectiveClause,
        Word("effective"), Word("from").Required("`from`", EffectiveForm), Day(),
        Node(SyntaxKind.UntilClause, Word("until"), Day()).Optional());

    private static readonly Parser<SyntaxElement> Currency = Node(
        SyntaxKind.CurrencyClause,
        Word("currency"), Name("a currency", "write `currency EUR`, or `currency local`"));

    private static readonly Parser<SyntaxElement> Outputs = Node(
        SyntaxKind.OutputsClause,
        Word("outputs"), Word("to").Required("`to`", OutputsForm),
        Token(SyntaxKind.Number).Required("a number of places", OutputsForm, SyntaxKind.Number), Word("places").Required("`places`", OutputsForm));

    public static readonly Parser<SyntaxElement> Header = Node(
        SyntaxKind.Header,
        Sequence(Word("ruleset"), Path, Word("version").Required("`version`", Form), CommonGrammar.Title("the version as a text", Form))
            .Recovering(DeclarationStart.OrHeaderClause),
        Effective.Or(Currency).Or(Outputs).Recovering(DeclarationStart.OrHeaderClause).Repeated());

    private const string EffectiveForm = "write `effective from 2026-08-01`, or `effective from 2026-08-01 until 2027-03-01`";

    private const string OutputsForm = "write `outputs to 2 places`";

    /// <summary>Reports clauses that the header has twice.</summary>
    public static void CheckDuplicates(SyntaxNode header, ParseContext context)
    {
        var firsts = new Dictionary<SyntaxKind, int>();
        foreach (var clause in header.Children.OfType<SyntaxNode>().Where(clause => clause.Kind is SyntaxKind.EffectiveClause or SyntaxKind.CurrencyClause or SyntaxKind.OutputsClause))
        {
            if (firsts.TryGetValue(clause.Kind, out var line))
                context.Report(SyntaxDiagnostics.DuplicateHeader, clause.Span, clause.Token(0).Text, line);
            else
                firsts.Add(clause.Kind, context.LineOf(clause.Start));
            context.IsRecovering = false;
        }
    }

    private static Parser<SyntaxElement> Day() => Token(SyntaxKind.Date).Required("a date", EffectiveForm, SyntaxKind.Date);
}
