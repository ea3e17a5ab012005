using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Retail.Rules.Diagnostics;
using Retail.Rules.Dsl.Parsing;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Tests.Parsing;

/// <summary>Every finding of the syntax in full, as an author reads it: one mistake, one diagnostic.</summary>
[TestFixture]
public sealed class DiagnosticMessageTests
{
    private const string Header = "ruleset a.b version \"1\"\n";

    private static readonly (string Text, string Message)[] Cases =
    [
        // RR0001: something else is expected
        ("define x : 5", "b(2,12): error RR0001: a type is expected here, not `5`. write a type's name: text, number, money, percent, date, boolean, or one that you declare"),
        ("define x", "b(2,9): error RR0001: `=` and a value is expected here, not the end of the text. write `define name = value`"),
        ("define x =\ndefine y = 1", "b(2,11): error RR0001: a value is expected here, not the end of the line. write a name, a number, a text, or an expression in parentheses"),
        ("param p = 5", "b(2,9): error RR0001: `:` and a type is expected here, not `=`. write `param name : type = value`"),
        ("define x = (1 + 2", "b(2,18): error RR0001: `)` is expected here, not the end of the text. close the parenthesis"),
        ("define x = [1, 2", "b(2,17): error RR0001: `]` is expected here, not the end of the text. close the list: `[a, b]`"),
        ("define x = 1 2", "b(2,14): error RR0001: an operator or the end of the line is expected here, not `2`. a value ends here, and what follows belongs to nothing"),
        ("define x = if a then b", "b(2,23): error RR0001: `else` is expected here, not the end of the text. write `if condition then value else value`: what it is otherwise must be said"),
        ("define x = a is 5", "b(2,17): error RR0001: `known`, `unknown` or `empty` is expected here, not `5`. after `is` stands one of them; values are compared with `=`"),
        ("define x = --5", "b(2,13): error RR0001: a value is expected here, not `-`. write a name, a number, a text, or an expression in parentheses"),
        ("define x = a + not b", "b(2,16): error RR0001: a value is expected here, not `not`. put parentheses around a `not` that stands inside a larger expression: `(not ...)`"),
        ("rule R \"t\"\n  when a then approve", "b(3,15): error RR0001: an effect is expected here, not `approve`. write note, require, refer to, re-approve, hold, incomplete or reject; a decision approves where no rule says otherwise"),
        ("rule R \"t\"\n  when a then require", "b(3,22): error RR0001: what is required, as a text is expected here, not the end of the text. write `require \"...\"`"),
        ("rule R\n  when a then reject", "b(2,7): error RR0001: the rule's title as a text is expected here, not the end of the line. write `rule ID \"title\"`, then `when condition then effect`"),
        ("rule R \"t\"\ndefine x = 1", "b(2,11): error RR0001: `when` is expected here, not the end of the line. a rule has at least one clause: `when condition then effect`"),
        ("table t\n  | a | b |\n  | 1 | 2 |", "b(3,11): error RR0001: `||` is expected here, not `|`. the double bar stands between inputs and outputs: `| input | input || output |`"),
        ("table t\n  | a || b |\n  | 1 || 2", "b(4,11): error RR0001: `|` is expected here, not the end of the text. write `| cell | cell || value |`"),
        ("table t hit last\n  | a || b |\n  | 1 || 2 |", "b(2,13): error RR0001: a hit policy is expected here, not `last`. write unique, first, any, priority, rule order, output order or collect"),
        ("type T {\n  a text\n  b : number\n}", "b(3,5): error RR0001: `:` and a type is expected here, not `text`. write `type Name { member : type }`"),
        ("select s from c in cs key c.id\n  score 1", "b(3,10): error RR0001: `rank by` is expected here, not the end of the text. a select ends with its order: `rank by score descending`"),
        ("example \"t\"\n  given x", "b(3,10): error RR0001: `expect` is expected here, not the end of the text. write `expect verdict`, then what else is expected"),
        ("facts f { a 1 }", "b(2,13): error RR0001: `:` is expected here, not `1`. write `{ name: value, name: value }`"),
        ("rule R \"t\"\n  when a then note \"{x y}\"", "b(3,24): error RR0001: an operator or `}` is expected here, not `y`. a hole holds one value: `{name}`"),
        ("rule R \"t\"\n  when a then note \"{}\"", "b(3,22): error RR0001: a value is expected here, not `}`. write a name, a number, a text, or an expression in parentheses"),
        ("define x = split t over l by w", "b(2,27): error RR0001: `in` is expected here, not `by`. write `split total over item in list by weight`"),
        ("define x = split t over l in ls", "b(2,32): error RR0001: `by` is expected here, not the end of the text. write `split total over item in list by weight`"),
        ("define x = split t over l in ls by w to places", "b(2,41): error RR0001: a number of places is expected here, not `places`. write `split total over item in list by weight` and `to 2 places` after it"),
        ("define x = split t over l in ls by w to 0", "b(2,42): error RR0001: `places` is expected here, not the end of the text. write `split total over item in list by weight` and `to 2 places` after it"),

        // RR0002 to RR0005: tokens
        ("rule R \"t\n  when a then reject", "b(2,8): error RR0002: the text that begins here is not closed on its line. end it with `\"`; a line break inside is written `\\n`"),
        ("define x = 1__0", "b(2,12): error RR0003: `1__0` is not a number. write digits, `_` between groups of them, and `.` before decimals, as 12_500.00"),
        ("define x = 1e5", "b(2,12): error RR0003: `1e5` is not a number. write digits, `_` between groups of them, and `.` before decimals, as 12_500.00"),
        ("define x = 7days", "b(2,12): error RR0003: `7days` is not a number. write `7 days`"),
        ("define x = 12345678901234567890123456789012345678901234567890", "b(2,12): error RR0003: `1234567890123456789012345678901234567890...` is not a number. a number has at most 28 digits"),
        ("define x = 2026-02-30", "b(2,12): error RR0004: `2026-02-30` is not a day of the calendar. write year, month and day, as 2026-10-16"),
        ("define x = 2026-2-3", "b(2,12): error RR0004: `2026-2-3` is not a day of the calendar. write year, month and day, as 2026-10-16"),
        ("define x = 2026-10-16T06:00", "b(2,12): error RR0004: `2026-10-16T06:00` is not an instant. write day, time and zone, as 2026-10-16T06:00Z or 2026-10-16T08:00+02:00"),
        ("define x = $5;", "b(2,12): error RR0005: `$` means nothing here. delete it, or quote it in a text|b(2,14): error RR0005: `;` means nothing here. delete it, or quote it in a text"),
        ("define x = \u20AC\u20AC\u20AC5", "b(2,12): error RR0005: `\u20AC\u20AC\u20AC` means nothing here. delete it, or quote it in a text"),

        // RR0006 to RR0010: structure
        ("table t\n  | a | c || b |\n  | 1 |   || 2 |", "b(4,8): error RR0006: this cell is empty. write `-`: any value will do"),
        ("table t\n  | a || b |\n  | 1 ||   |", "b(4,9): error RR0006: this cell is empty. write `-`: there is no value"),
        ("rule R \"t\"\n  when a reject", "b(3,10): error RR0007: this clause does not say what follows; `reject` stands where `then` is expected. write `when condition then reject`, or another effect"),
        ("rule R \"t\"\n  when a > 1\n  when b then reject", "b(3,13): error RR0007: this clause does not say what follows; the end of the line stands where `then` is expected. write `when condition then reject`, or another effect"),
        ("define x = d + 1\n  day", "b(3,3): error RR0008: `day` stands on another line than its number. write `1 day` on one line"),
        ("currency EUR\ncurrency USD", "b(3,1): error RR0009: the header already has `currency` on line 2. delete one of them"),

        // RR0013 to RR0024: habits from elsewhere
        ("define x = a == b", "b(2,14): error RR0013: `==` is not written so here. write `=`"),
        ("define x = a != b", "b(2,14): error RR0013: `!=` is not written so here. write `<>`"),
        ("define x = a && b", "b(2,14): error RR0013: `&&` is not written so here. write `and`"),
        ("define x = a || b", "b(2,14): error RR0013: `||` is not written so here. write `or`"),
        ("define x = !a", "b(2,12): error RR0013: `!` is not written so here. write `not`"),
        ("define x = a \u2265 b", "b(2,14): error RR0013: `\u2265` is not written so here. write `>=`"),
        ("define x = a is not in b", "b(2,14): error RR0013: `is not in` is not written so here. write `not in`"),
        ("define x = a is in b", "b(2,14): error RR0013: `is in` is not written so here. write `in`"),
        ("define x = a not = b", "b(2,14): error RR0013: `not =` is not written so here. write `<>`"),
        ("define x = a is null", "b(2,17): error RR0013: `null` is not written so here. write `unknown`"),
        ("define x = 25 %", "b(2,15): error RR0014: `%` does not touch its number. write `25%`"),
        ("define x = a % b", "b(2,14): error RR0015: `%` belongs to a written number, and there is no remainder operator. write a percent as `25%`"),
        ("define x = \"a\\q\"", "b(2,14): error RR0016: `\\q` is not an escape. write `\\\"`, `\\\\` or `\\n`; a backslash itself is `\\\\`"),
        ("define first = 1", "b(2,8): error RR0017: `first` is a word of the language and cannot be the name. choose another name"),
        ("rule R \"t\"\n  when a then note \"{x\"", "b(3,21): error RR0018: the value that begins with `{` is not closed in this text. write `}` after the value, or `{{` for a brace itself"),
        ("define x = 1 + split t over l in ls by w", "b(2,16): error RR0019: `split ...` stands inside a larger expression without parentheses. put parentheses around it, so that its end is clear"),
        ("define x = a and any f in fs where f.b", "b(2,18): error RR0019: `any ...` stands inside a larger expression without parentheses. put parentheses around it, so that its end is clear"),
        ("define x = 1 < a < 5", "b(2,18): error RR0020: two comparisons cannot share a value. join them with `and`, or use an interval: `x in [1..5)`"),
        ("Rule R \"t\"\n  when a then reject", "b(2,1): error RR0021: `Rule` begins no declaration. did you mean `rule`?"),
        ("when a then reject", "b(2,1): error RR0021: `when` begins no declaration. a declaration begins with enum, type, input, param, define, table, select, rule, output, never, facts or example"),
        ("# comment\ndefine x = 1", "b(2,1): error RR0022: a comment does not begin with `#` here. write `//`"),
        ("/* comment\n */ define x = 1", "b(2,1): error RR0022: a comment does not begin with `/*` here. write `//`"),
        ("define x = 'POS'", "b(2,12): error RR0023: a text stands between straight double quotes, not between ' and '. write \"POS\""),
        ("define x = \u201CPOS\u201D", "b(2,12): error RR0023: a text stands between straight double quotes, not between \u201C and \u201D. write \"POS\""),
        ("define x = 1,500", "b(2,12): error RR0024: `1,500` is one number or several. write `1_500` for one number, or a space after the comma for several"),
        ("table t\n  | a        || b |\n  | <= 1,500,000.50 || 1 |", "b(4,8): error RR0024: `1,500,000.50` is one number or several. write `1_500_000.50` for one number, or a space after the comma for several"),
    ];

    private static IEnumerable<TestCaseData> AllCases() => Cases.Select((item, index) => new TestCaseData(item.Text, item.Message).SetArgDisplayNames($"{index}: {item.Message.Split(' ')[2].TrimEnd(':')}"));

    [TestCaseSource(nameof(AllCases))]
    public void A_mistake_gives_its_message_and_no_other(string text, string message) =>
        Assert.That(Messages(Header + text), Is.EqualTo(message));

    [Test]
    public void A_file_without_header_says_so() =>
        Assert.That(
            Messages("define x = 1\ndefine y = 2"),
            Is.EqualTo("b(1,1): error RR0012: a ruleset begins with its name and version, not with `define`. write `ruleset company.name version \"1\"` first"));

    [Test]
    public void An_empty_file_says_that_it_has_no_header() =>
        Assert.That(
            Messages(""),
            Is.EqualTo("b(1,1): error RR0012: a ruleset begins with its name and version, not with the end of the text. write `ruleset company.name version \"1\"` first"));

    [Test]
    public void Nesting_beyond_the_limit_says_so() =>
        Assert.That(
            Messages(Header + "define x = ((((5))))", new RuleSetLimits { MaxDepth = 4 }),
            Is.EqualTo("b(2,16): error RR0010: this nests deeper than 4 levels. split it into several defines, or write a table"));

    [Test]
    public void A_file_beyond_the_limit_is_not_read()
    {
        var result = RulesText.Parse(new SourceText(Header, "b"), new RuleSetLimits { MaxFileLength = 10 });

        Assert.That(
            string.Join("|", result.Diagnostics),
            Is.EqualTo("b(1,1): error RR0011: the text has 24 characters, and 10 are allowed. split it into several rulesets, or raise RuleSetLimits.MaxFileLength"));
        Assert.That(result.Definition, Is.Null);
    }

    [Test]
    public void Every_code_is_unique_and_has_a_case_here()
    {
        var codes = typeof(SyntaxDiagnostics).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => ((DiagnosticDescriptor)field.GetValue(null)!).Code).ToArray();
        var shown = Cases.SelectMany(item => Regex.Matches(item.Message, "RR[0-9]{4}")).Select(match => match.Value)
            .Concat(["RR0010", "RR0011", "RR0012"]).Distinct();

        Assert.That(codes, Is.Unique);
        Assert.That(shown, Is.EquivalentTo(codes));
    }

    private static string Messages(string text, RuleSetLimits? limits = null) =>
        string.Join("|", RulesText.Parse(new SourceText(text, "b"), limits).Diagnostics);
}
