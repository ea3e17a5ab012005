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

    private static readonly Parser<SyntaxElement> Path = PathOf("the ruleset's name", Form);

    private static readonly Parser<SyntaxElement> RuleSet = Sequence(Word("ruleset"), Path, Version(Form));

    private static readonly Parser<SyntaxElement> Vocabulary = Sequence(Word("vocabulary"), PathOf("the vocabulary's name", VocabularyForm), Version(VocabularyForm));

    private static readonly Parser<SyntaxElement> Part = Sequence(
        Word("part"), PathOf("the part's name", PartForm), Word("of").Required("`of`", PartForm), PathOf("the name of its ruleset", PartForm));

    private static readonly Parser<SyntaxElement> Layer = Sequence(
        Word("layer"), PathOf("the layer's name", LayerForm),
        Word("over").Required("`over`", LayerForm), PathOf("the name of the ruleset that it lies over", LayerForm), Version(LayerForm));

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

    private static readonly Parser<SyntaxElement> Use = Node(
        SyntaxKind.UseClause,
        Word("use"), PathOf("the name of what is used", "write `use company.name`").SeparatedByCommas());

    public static readonly Parser<SyntaxElement> Header = Node(
        SyntaxKind.Header,
        RuleSet.Or(Vocabulary).Or(Part).Or(Layer).Recovering(DeclarationStart.OrHeaderClause),
        Effective.Or(Currency).Or(Outputs).Or(CommonGrammar.Owner).Or(Use).Recovering(DeclarationStart.OrHeaderClause).Repeated());

    private const string EffectiveForm = "write `effective from 2026-08-01`, or `effective from 2026-08-01 until 2027-03-01`";

    private const string OutputsForm = "write `outputs to 2 places`";

    private const string VocabularyForm = "write `vocabulary company.name version \"1\"`";

    private const string PartForm = "write `part company.name of company.ruleset`";

    private const string LayerForm = "write `layer company.name over company.ruleset version \"1\"`";

    /// <summary>Reports clauses that the header has twice.</summary>
    public static void CheckDuplicates(SyntaxNode header, ParseContext context)
    {
        var firsts = new Dictionary<SyntaxKind, int>();
        foreach (var clause in header.Children.OfType<SyntaxNode>().Where(clause => clause.Kind is SyntaxKind.EffectiveClause or SyntaxKind.CurrencyClause or SyntaxKind.OutputsClause or SyntaxKind.OwnerClause))
        {
            if (firsts.TryGetValue(clause.Kind, out var line))
                context.Report(SyntaxDiagnostics.DuplicateHeader, clause.Span, clause.Token(0).Text, line);
            else
                firsts.Add(clause.Kind, context.LineOf(clause.Start));
            context.IsRecovering = false;
        }
    }

    private static Parser<SyntaxElement> PathOf(string name, string form) => Node(
        SyntaxKind.Path,
        Name(name, form),
        Sequence(Token(SyntaxKind.Dot), Name("the rest of " + name, form)).Repeated());

    private static Parser<SyntaxElement> Version(string form) =>
        Sequence(Word("version").Required("`version`", form), CommonGrammar.Title("the version as a text", form));

    private static Parser<SyntaxElement> Day() => Token(SyntaxKind.Date).Required("a date", EffectiveForm, SyntaxKind.Date);
}
