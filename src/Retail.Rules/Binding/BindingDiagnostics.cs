using Retail.Rules.Diagnostics;

namespace Retail.Rules.Binding;

/// <summary>What can be wrong with names and declarations (RR01xx).</summary>
internal static class NameDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownName = Error("RR0101", "Unknown name",
        "`{0}` is not known here", "{1}");

    public static readonly DiagnosticDescriptor AmbiguousMember = Error("RR0102", "Enum member of several enums",
        "`{0}` is a member of {1}", "write `{2}.{0}` or the one you mean");

    public static readonly DiagnosticDescriptor UnknownMember = Error("RR0103", "Unknown member",
        "{0} has no member `{1}`", "{2}");

    public static readonly DiagnosticDescriptor UnknownEnumMember = Error("RR0104", "Unknown enum member",
        "`{0}` is not a member of {1}", "{2}");

    public static readonly DiagnosticDescriptor UnknownType = Error("RR0105", "Unknown type",
        "`{0}` is not a type", "{1}");

    public static readonly DiagnosticDescriptor UnknownFunction = Error("RR0106", "Unknown function",
        "`{0}` is not a function", "{1}");

    public static readonly DiagnosticDescriptor WrongArgumentCount = Error("RR0107", "Wrong number of arguments",
        "`{0}` takes {1}, not {2}", "write `{3}`");

    public static readonly DiagnosticDescriptor DuplicateName = Error("RR0108", "Name declared twice",
        "`{0}` is already declared on line {1}", "give one of them another name");

    public static readonly DiagnosticDescriptor Cycle = Error("RR0109", "Depends on itself",
        "`{0}` depends on itself: {1}", "break the circle: one of them has to be computed from facts alone");

    public static readonly DiagnosticDescriptor OutcomeInFactsPhase = Error("RR0110", "Outcome read too early",
        "{0} cannot read the outcome: {1}", "only final rules and outputs see it; test the facts instead, or make it a `final rule`");

    public static readonly DiagnosticDescriptor UnknownRule = Error("RR0111", "Unknown rule id",
        "there is no rule `{0}`", "{1}");

    public static readonly DiagnosticDescriptor RecursiveType = Error("RR0112", "Type inside itself",
        "type `{0}` contains itself: {1}", "records cannot be nested without end; keep the inner one in a fact of its own");

    public static readonly DiagnosticDescriptor BuiltInName = Error("RR0113", "Name of the language",
        "`{0}` is a name of the language", "give it another name");

    public static readonly DiagnosticDescriptor NoRoles = Error("RR0114", "No roles declared",
        "`refer to` needs roles, and there is no `enum Role`", "declare them: `enum Role {{ CategoryManager }}`");

    public static readonly DiagnosticDescriptor DuplicateRuleId = Error("RR0115", "Rule id used twice",
        "`{0}` is already the id of the {1} on line {2}", "give one of them another id: a decision names what fired by its id");

    public static readonly DiagnosticDescriptor NotCallable = Error("RR0116", "Not a function",
        "`{0}` has no parameters", "write it without parentheses");

    public static readonly DiagnosticDescriptor NeedsArguments = Error("RR0117", "Arguments missing",
        "`{0}` has parameters", "write `{1}`");

    public static readonly DiagnosticDescriptor UnknownFacts = Error("RR0118", "Unknown facts",
        "there are no facts called `{0}`", "{1}");

    public static readonly DiagnosticDescriptor UnknownVerdict = Error("RR0119", "Unknown verdict",
        "`{0}` is not a verdict", "write approve, approveWithConditions, refer, re-approve, hold, incomplete or reject");

    public static readonly DiagnosticDescriptor Unused = Warning("RR0120", "Never used",
        "{0} `{1}` is never used", "use it or delete it");

    public static readonly DiagnosticDescriptor TooDeep = Error("RR0121", "Too deeply nested",
        "`{0}` nests deeper than {1} steps", "split it into several defines, or write a table");

    public static readonly DiagnosticDescriptor ShadowedValue = Warning("RR0122", "Name hides another",
        "`{0}` hides the {1} of that name", "give it another name");

    public static readonly DiagnosticDescriptor UnknownParameter = Error("RR0123", "Unknown parameter",
        "there is no param `{0}` to set", "{1}");

    public static readonly DiagnosticDescriptor EmptyWindow = Error("RR0124", "Effective window is empty",
        "the window that begins on {0} ends on {1}, so that it has no day", "`until` is the first day after the window, so it comes after `from`");

    public static readonly DiagnosticDescriptor IncompleteReadsAsApprove = Warning("RR0125", "Incomplete reads as approve",
        "`{0}` stands for approve and for incomplete alike", "test `verdict = approve` and end with what is safe, or test `verdict = incomplete` too");

    private static DiagnosticDescriptor Error(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Error, title, message, advice);

    private static DiagnosticDescriptor Warning(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Warning, title, message, advice);
}

/// <summary>What can be wrong with types (RR02xx).</summary>
internal static class TypeDiagnostics
{
    public static readonly DiagnosticDescriptor Mismatch = Error("RR0201", "Wrong type",
        "{0} is expected here, and `{1}` is {2}", "{3}");

    public static readonly DiagnosticDescriptor NumberAgainstPercent = Error("RR0202", "Bare number against a percent",
        "`{0}` is a bare number where a percent stands", "write `{1}`");

    public static readonly DiagnosticDescriptor MoneyTimesMoney = Error("RR0203", "Money times money",
        "`{0}` and `{1}` are both money, and money times money is nothing", "{2}");

    public static readonly DiagnosticDescriptor MoneyAndNumber = Error("RR0204", "Money with a number",
        "`{0}` is {1} and `{2}` is {3}: they do not add up", "declare the number as money, or multiply it by an amount");

    public static readonly DiagnosticDescriptor MoneyAndPercent = Error("RR0205", "Money with a percent",
        "`{0}` is {1} and `{2}` is {3}: they do not add up", "a percent of an amount is a product: `price * (1 - 10%)`");

    public static readonly DiagnosticDescriptor DateMinusDate = Error("RR0206", "Date minus date",
        "dates are not subtracted with `-`", "write `days({1}, {0})` for the days from {1} to {0}");

    public static readonly DiagnosticDescriptor OperatorTypes = Error("RR0207", "Operator does not take these",
        "`{0}` does not take {1} and {2}", "{3}");

    public static readonly DiagnosticDescriptor MayBeUnknown = Error("RR0208", "May be unknown",
        "`{0}` may be unknown here{1}", "{2} first (in `only if`, before `and`, or in an earlier `when`), or give a value: `({3} otherwise ...)`");

    public static readonly DiagnosticDescriptor EqualsUnknown = Error("RR0209", "= with a value that may be unknown",
        "`{0}` may be unknown here, and `{1}` compares known values", "write `{2}`, which is also defined where one side is unknown");

    public static readonly DiagnosticDescriptor SameAsKnown = Error("RR0210", "same as with known values",
        "both sides of `{0}` are always known", "write `{1}`");

    public static readonly DiagnosticDescriptor OtherwiseKnown = Error("RR0211", "otherwise after a known value",
        "`{0}` is always known, so `otherwise` never applies", "delete the `otherwise`");

    public static readonly DiagnosticDescriptor AlwaysKnown = Warning("RR0212", "Always known",
        "`{0}` is always known here", "delete the test");

    public static readonly DiagnosticDescriptor NotOrdered = Error("RR0213", "Has no order",
        "`{0}` compares by order, and {1} has none", "{2}");

    public static readonly DiagnosticDescriptor NotAList = Error("RR0214", "Not a list",
        "`{0}` is {1}, not a list", "{2}");

    public static readonly DiagnosticDescriptor NotConstant = Error("RR0215", "Not a constant",
        "`{0}` is not a constant", "{1} takes written values only");

    public static readonly DiagnosticDescriptor IntervalMisplaced = Error("RR0216", "Interval out of place",
        "an interval is not a value", "use it after `in`, in a table cell, or after `within`");

    public static readonly DiagnosticDescriptor ColumnValueMisplaced = Error("RR0217", "? outside a table cell",
        "`?` stands for the column's value and only means something in a table cell", "write the name of the value");

    public static readonly DiagnosticDescriptor OutsideBounds = Error("RR0218", "Outside its bounds",
        "{0} of `{1}` is outside {2}", "{3}");

    public static readonly DiagnosticDescriptor NotARecord = Error("RR0219", "Has no members",
        "`{0}` is {1} and has no members", "only records have members");

    public static readonly DiagnosticDescriptor TypeUnclear = Error("RR0220", "Type unclear",
        "`{0}` alone does not say of what type it is", "declare the type: `define {1} : type = {0}`");

    public static readonly DiagnosticDescriptor ConditionExpected = Error("RR0221", "Condition expected",
        "a condition is expected here, and `{0}` is {1}", "compare it with something");

    public static readonly DiagnosticDescriptor NotComparable = Error("RR0222", "Cannot be compared",
        "{1} does not compare {0}", "{2}");

    public static readonly DiagnosticDescriptor PartOfDay = Error("RR0223", "Date plus part of a day",
        "a date moves by whole days, not by `{0}`", "use days, or an instant");

    public static readonly DiagnosticDescriptor BadPlaces = Error("RR0224", "Decimal places",
        "decimal places are a whole number from 0 to 18, not `{0}`", "write one of them");

    public static readonly DiagnosticDescriptor DuplicateMember = Error("RR0225", "Member given twice",
        "`{0}` is already given in this record", "delete one of them");

    public static readonly DiagnosticDescriptor RoleExpected = Error("RR0226", "Role expected",
        "`{2}` takes a member of `Role`, and `{0}` is {1}", "name a role, or a value whose type is Role");

    public static readonly DiagnosticDescriptor NotPrintable = Error("RR0227", "Cannot be compared or printed",
        "`{0}` is {1}, which only an output can show", "write `output {2} = {0}`");

    public static readonly DiagnosticDescriptor ArgumentType = Error("RR0228", "Wrong argument",
        "`{0}` does not take {1}", "{2}");

    public static readonly DiagnosticDescriptor BareNumberBehindName = Error("RR0229", "Bare number behind a name against a percent",
        "`{0}` is the bare number `{1}` of line {2}, and stands against a percent", "write `{3}` there, or declare its type: `: percent`, or `: number` if a number is meant");

    private static DiagnosticDescriptor Error(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Error, title, message, advice);

    private static DiagnosticDescriptor Warning(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Warning, title, message, advice);
}

/// <summary>What can be wrong with tables (RR03xx).</summary>
internal static class TableDiagnostics
{
    public static readonly DiagnosticDescriptor Gap = Warning("RR0301", "Gap in a table",
        "table `{0}` {1} no row for {2}", "add a row, or a last row `| otherwise || ... |`");

    public static readonly DiagnosticDescriptor Overlap = Error("RR0302", "Rows overlap",
        "rows on lines {1} and {2} of table `{0}` both match {3}", "make them exclude each other, or write `hit first`");

    public static readonly DiagnosticDescriptor Conflict = Error("RR0303", "Rows disagree",
        "rows on lines {1} and {2} of table `{0}` both match {3} and say different things", "make them agree, or write `hit first`");

    public static readonly DiagnosticDescriptor NeverFires = Warning("RR0304", "Row never fires",
        "this row of table `{0}` can never fire: {1}", "delete it, or move it up");

    public static readonly DiagnosticDescriptor TooBig = Info("RR0305", "Table too big to analyse",
        "table `{0}` is too big to be searched for gaps and overlaps", "they would show as unknown values and run-time faults; add a last row `| otherwise || ... |`");

    public static readonly DiagnosticDescriptor PriorityNeedsOrder = Error("RR0306", "Priority without an order",
        "`hit {0}` ranks rows by their outputs, and column `{1}` is {2}", "declare its values as an `ordered enum`, highest last");

    public static readonly DiagnosticDescriptor AggregateNeedsOneColumn = Error("RR0307", "Aggregate of several columns",
        "`collect {0}` takes one output column, and table `{1}` has {2}", "split the table, or collect the rows as they are");

    public static readonly DiagnosticDescriptor AggregateType = Error("RR0308", "Cannot be aggregated",
        "`collect {0}` needs numbers that are known, and column `{1}` is {2}", "use `collect`, or give every row a value");

    public static readonly DiagnosticDescriptor OtherwiseNotLast = Error("RR0309", "otherwise row is not last",
        "the `otherwise` row of table `{0}` must be its last row", "move it to the end");

    public static readonly DiagnosticDescriptor RowWidth = Error("RR0310", "Row does not fit the columns",
        "this row has {0} before the double bar and {1} after it, and the table has {2} and {3}", "write one cell per column, `-` where it does not matter");

    public static readonly DiagnosticDescriptor OtherwiseWithoutInputs = Error("RR0311", "otherwise without columns",
        "table `{0}` has no columns to test, so `otherwise` never applies", "delete the row");

    public static readonly DiagnosticDescriptor NoValues = Error("RR0312", "Column without values",
        "column `{0}` has no value in any row", "give it one, or delete the column");

    public static readonly DiagnosticDescriptor DifferenceInCell = Error("RR0313", "Difference in a cell",
        "`{0}` is a difference, not the values from one to the other", "write `{1}`");

    private static DiagnosticDescriptor Error(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Error, title, message, advice);

    private static DiagnosticDescriptor Warning(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Warning, title, message, advice);

    private static DiagnosticDescriptor Info(string code, string title, string message, string advice) =>
        new(code, DiagnosticSeverity.Info, title, message, advice);
}
