using Retail.Rules.Diagnostics;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>What can be wrong with the text of a ruleset (RR00xx).</summary>
internal static class SyntaxDiagnostics
{
    public static readonly DiagnosticDescriptor Expected = Error("RR0001", "Something else is expected",
        "{0} is expected here, not {1}", "{2}");

    public static readonly DiagnosticDescriptor UnterminatedText = Error("RR0002", "Text is not closed",
        "the text that begins here is not closed on its line", "end it with `\"`; a line break inside is written `\\n`");

    public static readonly DiagnosticDescriptor BadNumber = Error("RR0003", "Not a number",
        "`{0}` is not a number", "{1}");

    public static readonly DiagnosticDescriptor BadDate = Error("RR0004", "Not a date",
        "`{0}` is not {1}", "{2}");

    public static readonly DiagnosticDescriptor BadCharacter = Error("RR0005", "Character without meaning",
        "`{0}` means nothing here", "delete it, or quote it in a text");

    public static readonly DiagnosticDescriptor EmptyCell = Error("RR0006", "Empty cell",
        "this cell is empty", "write `-`: {0}");

    public static readonly DiagnosticDescriptor MissingThen = Error("RR0007", "when without then",
        "this clause does not say what follows; {0} stands where `then` is expected", "write `when condition then reject`, or another effect");

    public static readonly DiagnosticDescriptor UnitOnOtherLine = Error("RR0008", "Unit on another line",
        "`{0}` stands on another line than its number", "write `{1} {0}` on one line");

    public static readonly DiagnosticDescriptor DuplicateHeader = Error("RR0009", "Header says it twice",
        "the header already has `{0}` on line {1}", "delete one of them");

    public static readonly DiagnosticDescriptor TooDeep = Error("RR0010", "Too deeply nested",
        "this nests deeper than {0} levels", "split it into several defines, or write a table");

    public static readonly DiagnosticDescriptor TooLong = Error("RR0011", "File too long",
        "the text has {0} characters, and {1} are allowed", "split it into several rulesets, or raise RuleSetLimits.MaxFileLength");

    public static readonly DiagnosticDescriptor MissingHeader = Error("RR0012", "No header",
        "a ruleset begins with its name and version, not with {0}", "write `ruleset company.name version \"1\"` first");

    public static readonly DiagnosticDescriptor Foreign = Error("RR0013", "From another language",
        "`{0}` is not written so here", "write `{1}`");

    public static readonly DiagnosticDescriptor PercentNotGlued = Error("RR0014", "Blank before %",
        "`%` does not touch its number", "write `{0}%`");

    public static readonly DiagnosticDescriptor NoModulo = Error("RR0015", "% without a number",
        "`%` belongs to a written number, and there is no remainder operator", "write a percent as `25%`");

    public static readonly DiagnosticDescriptor BadEscape = Error("RR0016", "Unknown escape",
        "`{0}` is not an escape", "write `\\\"`, `\\\\` or `\\n`; a backslash itself is `\\\\`");

    public static readonly DiagnosticDescriptor HardWord = Error("RR0017", "Word of the language",
        "`{0}` is a word of the language and cannot be {1}", "choose another name");

    public static readonly DiagnosticDescriptor UnclosedHole = Error("RR0018", "Hole is not closed",
        "the value that begins with `{{` is not closed in this text", "write `}}` after the value, or `{{{{` for a brace itself");

    public static readonly DiagnosticDescriptor NeedsParentheses = Error("RR0019", "Parentheses missing",
        "`{0} ...` stands inside a larger expression without parentheses", "put parentheses around it, so that its end is clear");

    public static readonly DiagnosticDescriptor ChainedComparison = Error("RR0020", "Comparisons in a row",
        "two comparisons cannot share a value", "join them with `and`, or use an interval: `x in [1..5)`");

    public static readonly DiagnosticDescriptor NotADeclaration = Error("RR0021", "No declaration",
        "{0} begins no declaration", "{1}");

    public static readonly DiagnosticDescriptor ForeignComment = Error("RR0022", "Comment of another language",
        "a comment does not begin with `{0}` here", "write `//`");

    public static readonly DiagnosticDescriptor ForeignQuotes = Error("RR0023", "Quotes of another kind",
        "a text stands between straight double quotes, not between {0}", "write {1}");

    public static readonly DiagnosticDescriptor CommaInNumber = Error("RR0024", "Comma in a number",
        "`{0}` is one number or several", "write `{1}` for one number, or a space after the comma for several");

    private static DiagnosticDescriptor Error(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Error, title, message, advice);
}
