using Retail.Rules.Diagnostics;
using Retail.Rules.Dsl.Syntax;
using Retail.Rules.Text;
using Sprache;
using static Retail.Rules.Dsl.Parsing.TokenParsers;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>The productions <c>table</c> and <c>set</c> of a table. A head and a row each end with their line, whatever is open.</summary>
internal static class TableGrammar
{
    private const string TableForm = "write `table name`, then a line `| input || output |`";
    private const string SetTableForm = "write `set table name`, then the table's heading and the rows that change";
    private const string HeadForm = "write `| input | input || output |`";
    private const string RowForm = "write `| cell | cell || value |`";
    private const string HitForm = "write unique, first, any, priority, rule order, output order or collect";

    private static readonly Parser<SyntaxElement> Hit = Node(
        SyntaxKind.HitClause,
        Word("hit"),
        Sequence(Word("rule").Or(Word("output")), Word("order").Required("`order`", HitForm))
            .Or(Sequence(Word("collect"), Word("min").Or(Word("max")).Or(Token(SyntaxKind.Sum)).Or(Token(SyntaxKind.Count)).Optional()))
            .Or(Word("unique")).Or(Word("priority")).Or(Token(SyntaxKind.First)).Or(Token(SyntaxKind.Any))
            .Required("a hit policy", HitForm));

    private static readonly Parser<SyntaxElement> InputColumn = Node(
        SyntaxKind.InputColumn,
        BeforeEndOfLine, ExpressionParser.Condition);

    private static readonly Parser<SyntaxElement> OutputColumn = Node(
        SyntaxKind.OutputColumn,
        Token(SyntaxKind.Name), CommonGrammar.TypeClause.Optional(), CommonGrammar.Within.Optional(), Bar(HeadForm));

    private static readonly Parser<SyntaxElement> Head = Node(
        SyntaxKind.TableHead,
        Inputs(InputColumn, HeadForm),
        OutputColumn.Required("an output column's name", HeadForm),
        OutputColumn.Repeated(),
        EndOfLine("an output column's name", HeadForm));

    private static readonly Parser<SyntaxElement> Test =
        Node(SyntaxKind.CellTest, RelationalSign, ExpressionParser.Sum).Or(Node(SyntaxKind.CellTest, ExpressionParser.Condition));

    private static readonly Parser<SyntaxElement> NegatedCell = Node(
        SyntaxKind.Cell,
        Token(SyntaxKind.Not),
        Token(SyntaxKind.OpenParen).Required("`(`", "write `not (a, b)`", SyntaxKind.OpenParen),
        Test.SeparatedByCommas(),
        Token(SyntaxKind.CloseParen).Required("`,` or `)`", "write `not (a, b)`", SyntaxKind.CloseParen));

    private static readonly Parser<SyntaxElement> Cell = FirstOf(
        Node(SyntaxKind.OtherwiseCell, Token(SyntaxKind.Otherwise)),
        Node(SyntaxKind.Cell, Dash("any value will do")),
        NegatedCell,
        Node(SyntaxKind.Cell, BeforeEndOfLine, Test.SeparatedByCommas()));

    private static readonly Parser<SyntaxElement> RowValue = Node(
        SyntaxKind.RowValue,
        FirstOf(Dash("there is no value"), Sequence(BeforeEndOfLine, BeforeWindow, ExpressionParser.Expression)), Bar(RowForm));

    private static readonly Parser<SyntaxElement> Row = Node(
        SyntaxKind.TableRow,
        Inputs(Cell, RowForm), RowValue.Required("a value", RowForm), RowValue.Repeated(), CommonGrammar.Window.Optional(), EndOfLine("the end of the row", RowForm));

    private static readonly Parser<SyntaxElement> Lines = Sequence(
        OnOneLine(Head).Recovering(DeclarationStart.OrLine).Required("the table's columns", TableForm, SyntaxKind.Bar),
        OnOneLine(Row).Recovering(DeclarationStart.OrLine).Required("a row", RowForm, SyntaxKind.Bar),
        OnOneLine(Row).Recovering(DeclarationStart.OrLine).Repeated());

    public static readonly Parser<SyntaxElement> Table = Node(
        SyntaxKind.TableDeclaration,
        Sequence(Word("table"), Name("the table's name", TableForm), CommonGrammar.Parameters.Optional(), Hit.Optional(),
            CommonGrammar.Overridable.Optional(), CommonGrammar.Window.Optional())
            .Recovering(DeclarationStart.OrLine),
        Lines);

    /// <summary><c>set table</c>; fails where the word <c>table</c> is the name of a param that is set.</summary>
    public static readonly Parser<SyntaxElement> SetTable = Node(
        SyntaxKind.SetTableDeclaration,
        Sequence(Word("set"), TableAndName, Name("the table's name", SetTableForm)).Recovering(DeclarationStart.OrLine),
        Lines);

    private static IResult<SyntaxElement> TableAndName(IInput input) =>
        IsWord(input, "table") && IsWordBeforeName((TokenInput)input) ? Taken(input) : NotHere(input);

    private static bool IsWordBeforeName(TokenInput place) => place.Context.KindAt(place.Index + 1) == SyntaxKind.Name;

    /// <summary>A bar, columns or cells with bars between, and the double bar; or the double bar alone.</summary>
    private static Parser<SyntaxElement> Inputs(Parser<SyntaxElement> part, string form) =>
        Token(SyntaxKind.BarBar).Or(Sequence(
            Token(SyntaxKind.Bar),
            part.Required("a cell", form),
            Sequence(Token(SyntaxKind.Bar), part).Repeated(),
            DoubleBar(form)));

    /// <summary>The double bar. An author who forgets it in the head forgets it in every row, and hears of it once.</summary>
    private static Parser<SyntaxElement> DoubleBar(string form) => input =>
    {
        var place = (TokenInput)input;
        if (place.Kind == SyntaxKind.BarBar)
            return Taken(input);
        if (form == RowForm && place.Context.LacksDoubleBar)
            place.Context.IsRecovering = true;
        place.Context.LacksDoubleBar = true;
        place.Context.ReportExpected(place.Index, "`||`", "the double bar stands between inputs and outputs: " + form.Substring("write ".Length));
        return new Parsed(SyntaxToken.Missing(SyntaxKind.BarBar, place.Token), input);
    };

    private static Parser<SyntaxElement> Bar(string form) => Token(SyntaxKind.Bar).Required("`|`", form, SyntaxKind.Bar);

    /// <summary>A line that begins with a bar.</summary>
    private static Parser<SyntaxElement> OnOneLine(Parser<SyntaxElement> parser) => input =>
    {
        var place = (TokenInput)input;
        if (place.Kind is not (SyntaxKind.Bar or SyntaxKind.BarBar))
            return NotHere(input);
        place.Context.StayOnLine(place.Index);
        if (parser == Head)
            place.Context.LacksDoubleBar = false;
        var result = parser(input);
        place.Context.LeaveLine();
        return result;
    };

    /// <summary>Takes nothing; fails at the end of the line, where no further cell begins.</summary>
    private static IResult<SyntaxElement> BeforeEndOfLine(IInput input) =>
        ((TokenInput)input).Kind is SyntaxKind.EndOfLine or SyntaxKind.EndOfFile
            ? NotHere(input)
            : new Parsed(SyntaxNode.Nothing, input);

    /// <summary>Takes nothing; fails where the window of the row begins, which no value can begin like.</summary>
    private static IResult<SyntaxElement> BeforeWindow(IInput input)
    {
        var place = (TokenInput)input;
        return IsWord(input, "effective") && place.Context.KindAt(place.Index + 1) == SyntaxKind.Name
            ? NotHere(input)
            : new Parsed(SyntaxNode.Nothing, input);
    }

    private static Parser<SyntaxElement> EndOfLine(string expected, string form) => input =>
    {
        var place = (TokenInput)input;
        if (place.Kind is not (SyntaxKind.EndOfLine or SyntaxKind.EndOfFile))
            place.Context.ReportExpected(place.Index, expected, form);
        return new Parsed(SyntaxNode.Nothing, input);
    };

    private static IResult<SyntaxElement> RelationalSign(IInput input) =>
        ((TokenInput)input).Kind is >= SyntaxKind.Equal and <= SyntaxKind.GreaterOrEqual ? Taken(input) : NotHere(input);

    /// <summary>The dash before a bar; where nothing at all stands before the bar, that is reported and a dash assumed.</summary>
    private static Parser<SyntaxElement> Dash(string meaning) => input =>
    {
        var place = (TokenInput)input;
        if (place.Kind == SyntaxKind.Minus && IsBar(place.Context.KindAt(place.Index + 1)))
            return Taken(input);
        if (!IsBar(place.Kind))
            return NotHere(input);
        var gap = TextSpan.FromBounds(place.Token.FullStart, place.Token.Start);
        place.Context.ReportPlain(new CodeFix("write -", new TextEdit(gap, " - ")), SyntaxDiagnostics.EmptyCell, gap, meaning);
        return new Parsed(SyntaxToken.Missing(SyntaxKind.Minus, place.Token), input);
    };

    private static bool IsBar(SyntaxKind kind) => kind is SyntaxKind.Bar or SyntaxKind.BarBar;
}
