using Retail.Rules.Diagnostics;

namespace Retail.Rules.Json;

/// <summary>What can be wrong with the JSON form (RR04xx). Where a message has a place, it leads, as a JSON path.</summary>
internal static class JsonDiagnostics
{
    public static readonly DiagnosticDescriptor NotJson = Error("RR0401", "Not JSON",
        "this is not JSON at line {0}, column {1}: {2}", "{3}");

    public static readonly DiagnosticDescriptor TooLong = Error("RR0402", "File too long",
        "the file has {0} characters, and {1} are allowed", "split the ruleset, or raise `MaxFileLength`");

    public static readonly DiagnosticDescriptor TooDeep = Error("RR0403", "Too deeply nested",
        "{0}: this nests deeper than {1} levels", "split it into several defines, or write a table");

    public static readonly DiagnosticDescriptor NoSchemaVersion = Error("RR0404", "Schema version missing",
        "{0}: `schemaVersion` is missing, which says how to read the rest", "write `\"schemaVersion\": 1`");

    public static readonly DiagnosticDescriptor OtherSchemaVersion = Error("RR0405", "Other schema version",
        "{0}: `schemaVersion` {1} is not one that this package reads", "write it as version 1, or take a newer Retail.Rules");

    public static readonly DiagnosticDescriptor UnknownMember = Error("RR0406", "Unknown member",
        "{0}: `{1}` is not a member of {2}", "{3}");

    public static readonly DiagnosticDescriptor DuplicateMember = Error("RR0407", "Member given twice",
        "{0}: `{1}` is given twice", "delete one of them");

    public static readonly DiagnosticDescriptor MissingMember = Error("RR0408", "Member missing",
        "{0}: {1} needs `{2}`", "add it");

    public static readonly DiagnosticDescriptor WrongKind = Error("RR0409", "Other kind of value",
        "{0}: {1} is expected here, not {2}", "{3}");

    public static readonly DiagnosticDescriptor UnknownWord = Error("RR0410", "Unknown word",
        "{0}: `{1}` is not {2}", "{3}");

    public static readonly DiagnosticDescriptor NoHead = Error("RR0411", "Cannot tell what it is",
        "{0}: no member says which {1} this is", "give it one of {2}");

    public static readonly DiagnosticDescriptor NotAName = Error("RR0412", "Not a name",
        "{0}: `{1}` is not a name", "use letters, digits and `_`, start with a letter, and avoid the words of the language such as `when`");

    public static readonly DiagnosticDescriptor TooFew = Error("RR0413", "Too few",
        "{0}: {1} needs at least {2}", "add what is missing");

    public static readonly DiagnosticDescriptor NotTogether = Error("RR0414", "Members that exclude each other",
        "{0}: `{1}` and `{2}` do not go together", "delete one of them");

    public static readonly DiagnosticDescriptor NeedsOther = Error("RR0415", "Member that needs another",
        "{0}: `{1}` means nothing without `{2}`", "add `{2}`, or delete it");

    public static readonly DiagnosticDescriptor NeedsReader = Error("RR0416", "Expression reader missing",
        "{0}: `{1}` is written in the rule language, which this package alone does not read",
        "set `ExpressionReader` to the reader of the Retail.Rules.Dsl package, or write the expression as a tree");

    public static readonly DiagnosticDescriptor NotAnExpression = Error("RR0417", "Not an expression",
        "{0}: `{1}` is not an expression", "write a value or a condition");

    public static readonly DiagnosticDescriptor NotANumber = Error("RR0418", "Not a number of rules",
        "{0}: `{1}` is not a number as rules write them", "write {2}");

    public static readonly DiagnosticDescriptor NotADate = Error("RR0419", "Not a date",
        "{0}: `{1}` is not a date", "write year, month and day: `2026-10-16`");

    public static readonly DiagnosticDescriptor NotAType = Error("RR0420", "Not a type",
        "{0}: `{1}` is not a type", "write a name, with `list of ` before it for a list and `?` after it where it may be unknown");

    public static readonly DiagnosticDescriptor LineBreak = Error("RR0421", "Line break in a line",
        "{0}: a line of text holds a line break", "write each line as an item of its own");

    public static readonly DiagnosticDescriptor HalfCharacter = Error("RR0422", "Half a character",
        "{0}: the text holds half of a character of two", "write both escapes, or the character itself");

    public static readonly DiagnosticDescriptor BadHole = Error("RR0423", "Hole in a text",
        "{0}: {1}", "{2}");

    public static readonly DiagnosticDescriptor RoleNotAPath = Error("RR0424", "Role expected",
        "{0}: `{1}` is not a role", "name a role, or a value whose type is Role");

    private static DiagnosticDescriptor Error(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Error, title, message, advice);
}
