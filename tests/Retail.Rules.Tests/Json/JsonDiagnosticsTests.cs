using System;
using System.Collections.Generic;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Diagnostics;
using Retail.Rules.Json;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Tests.Json;

[TestFixture]
public class JsonDiagnosticsTests
{
    private static IEnumerable<TestCaseData> Cases()
    {
        yield return Case("RR0401 end", "{ \"a\": [1,\n 2",
            "", "RR0401: this is not JSON at line 2, column 3: the text ends too early. close every bracket and quote");
        yield return Case("RR0401 comma", "{ \"a\": [1,\n 2, ] }",
            "]", "RR0401: this is not JSON at line 2, column 5: there is nothing after the comma. delete the comma");
        yield return Case("RR0401 character", "{ \"é\": \"😀\" \"b\": 2 }",
            "\"", "RR0401: this is not JSON at line 1, column 13: `\"` does not belong here. look for a comma, colon or quote that is missing just before it");
        yield return Case("RR0403", Documents.WithExpression(string.Concat(Enumerable.Repeat("{\"not\":", 101)) + "\"a\"" + new string('}', 101)),
            "{\"not\":\"a\"}", "RR0403: $.declarations[0].value" + string.Concat(Enumerable.Repeat(".not", 100))
            + ": this nests deeper than 100 levels. split it into several defines, or write a table");
        yield return Case("RR0404", "{ \"ruleset\": \"a\", \"version\": \"1\", \"declarations\": [] }",
            "{", "RR0404: $: `schemaVersion` is missing, which says how to read the rest. write `\"schemaVersion\": 1`");
        yield return Case("RR0405", "{ \"schemaVersion\": 2, \"new\": {} }",
            "2", "RR0405: $: `schemaVersion` 2 is not one that this package reads. write it as version 1, or take a newer Retail.Rules");
        yield return Case("RR0406", Documents.With("{ \"define\": \"d\", \"value\": \"1\", \"onlyif\": \"a\" }"),
            "onlyif", "RR0406: $.declarations[0]: `onlyif` is not a member of a define. did you mean `onlyIf`?");
        yield return Case("RR0406 instead of a missing one", Documents.With("{ \"define\": \"d\", \"valeu\": \"1\" }"),
            "valeu", "RR0406: $.declarations[0]: `valeu` is not a member of a define. did you mean `value`?");
        yield return Case("RR0406 unlike any", Documents.With("{ \"facts\": \"d\", \"record\": {}, \"zzzzzz\": 1 }"),
            "zzzzzz", "RR0406: $.declarations[0]: `zzzzzz` is not a member of `facts`. write one of facts, record, documentation, comments, trailingComment");
        yield return Case("RR0406 as the head", Documents.With("{ \"tabel\": \"d\" }"),
            "tabel", "RR0406: $.declarations[0]: `tabel` is not a member of a declaration. did you mean `table`?");
        yield return Case("RR0407", Documents.With("{ \"output\": \"d\", \"output\": \"e\" }"),
            "\"output\"", "RR0407: $.declarations[0]: `output` is given twice. delete one of them");
        yield return Case("RR0408", Documents.With("{ \"rule\": \"A\", \"title\": \"t\" }"),
            "{ \"rule\": \"A\", \"title\": \"t\" }", "RR0408: $.declarations[0]: a rule needs `clauses`. add it");
        yield return Case("RR0409", Documents.WithExpression("[\"a\"]"),
            "[\"a\"]", "RR0409: $.declarations[0].value: an expression is expected here, not an array. write a list as `{ \"list\": [...] }`");
        yield return Case("RR0409 otherwise", Documents.WithExpression("{ \"otherwise\": [\"a\", \"b\", \"c\"] }"),
            "[\"a\", \"b\", \"c\"]", "RR0409: $.declarations[0].value.otherwise: a value and its fallback is expected here, not more than two items. nest one `otherwise` in another");
        yield return Case("RR0410", Documents.WithExpression("{ \"op\": \"not inn\", \"left\": \"a\", \"right\": \"b\" }"),
            "not inn", "RR0410: $.declarations[0].value.op: `not inn` is not an operator. did you mean `not in`?");
        yield return Case("RR0411", Documents.With("{ \"documentation\": [\"x\"] }"),
            "{ \"documentation\": [\"x\"] }", "RR0411: $.declarations[0]: no member says which declaration this is. "
            + "give it one of enum, type, input, param, set, setTable, define, score, table, select, rule, output, never, facts, example");
        yield return Case("RR0412", Documents.With("{ \"output\": \"when\" }"),
            "\"when\"", "RR0412: $.declarations[0].output: `when` is not a name. "
            + "use letters, digits and `_`, start with a letter, and avoid the words of the language such as `when`");
        yield return Case("RR0413", Documents.WithExpression("{ \"and\": [\"a\"] }"),
            "[\"a\"]", "RR0413: $.declarations[0].value.and: `and` needs at least two items. add what is missing");
        yield return Case("RR0414", Documents.With("{ \"input\": [\"a\"], \"type\": \"money\", \"default\": \"1\", \"requiredWhen\": \"b\" }"),
            "\"requiredWhen\"", "RR0414: $.declarations[0]: `default` and `requiredWhen` do not go together. delete one of them");
        yield return Case("RR0415", "{ \"schemaVersion\": 1, \"ruleset\": \"a\", \"version\": \"1\", \"effective\": { \"until\": \"2026-01-01\" }, \"declarations\": [] }",
            "\"until\"", "RR0415: $.effective: `until` means nothing without `from`. add `from`, or delete it");
        yield return Case("RR0416", Documents.WithExpression("\"depth > 25%\""),
            "\"depth > 25%\"", "RR0416: $.declarations[0].value: `depth > 25%` is written in the rule language, which this package alone does not read. "
            + "set `ExpressionReader` to the reader of the Retail.Rules.Dsl package, or write the expression as a tree");
        yield return Case("RR0417", Documents.WithExpression("\" \""),
            "\" \"", "RR0417: $.declarations[0].value: `` is not an expression. write a value or a condition");
        yield return Case("RR0418", Documents.WithExpression("1e3"),
            "1e3", "RR0418: $.declarations[0].value: `1e3` is not a number as rules write them. write it without an exponent and with at most 28 digits");
        yield return Case("RR0419", "{ \"schemaVersion\": 1, \"ruleset\": \"a\", \"version\": \"1\", \"effective\": { \"from\": \"2026-02-30\" }, \"declarations\": [] }",
            "\"2026-02-30\"", "RR0419: $.effective.from: `2026-02-30` is not a date. write year, month and day: `2026-10-16`");
        yield return Case("RR0420", Documents.With("{ \"input\": [\"a\"], \"type\": \"list money\" }"),
            "\"list money\"", "RR0420: $.declarations[0].type: `list money` is not a type. write a name, with `list of ` before it for a list and `?` after it where it may be unknown");
        yield return Case("RR0421", Documents.With("{ \"output\": \"a\", \"comments\": [\"x\\ny\"] }"),
            "\"x\\ny\"", "RR0421: $.declarations[0].comments[0]: a line of text holds a line break. write each line as an item of its own");
        yield return Case("RR0422", Documents.WithExpression("{ \"text\": \"\\ud83d\" }"),
            "\"\\ud83d\"", "RR0422: line 1, column 110: the text holds half of a character of two. write both escapes, or the character itself");
        yield return Case("RR0423 open", Text("a {b"),
            "\"a {b\"", "RR0423: $.declarations[0].clauses[0].then[0].text: `{b` is not closed. write `}` after the value, or `{{` for a brace");
        yield return Case("RR0423 empty", Text("a { }"),
            "\"a { }\"", "RR0423: $.declarations[0].clauses[0].then[0].text: `{}` is empty. write the value to print between the braces, or `{{` for a brace");
        yield return Case("RR0423 quote", Text("a {f(\\\"x\\\")}"),
            "\"a {f(\\\"x\\\")}\"", "RR0423: $.declarations[0].clauses[0].then[0].text: `{f(\"x\")}` holds a quote or a brace. give the value a name by a define, and print that");
        yield return Case("RR0424", Documents.With("{ \"rule\": \"A\", \"title\": \"t\", \"clauses\": [{ \"when\": \"a\", \"then\": [{ \"effect\": \"refer\", \"to\": [\"25%\"] }] }] }"),
            "\"25%\"", "RR0424: $.declarations[0].clauses[0].then[0].to[0]: `25%` is not a role. name a role, or a value whose type is Role");
    }

    [TestCaseSource(nameof(Cases))]
    public void One_mistake_is_reported_once_with_its_place(string json, string place, string expected)
    {
        var found = Documents.Read(json).Diagnostics;

        Assert.That(found.Select(one => one.Code + ": " + one.Message + ". " + one.Advice), Is.EqualTo(new[] { expected }));
        Assert.That(found[0].Source.GetText(found[0].Span), Is.EqualTo(place));
        Assert.That(found[0].Severity, Is.EqualTo(DiagnosticSeverity.Error));
    }

    [Test]
    public void Every_code_of_the_form_has_a_case()
    {
        var codes = typeof(JsonDiagnostics).GetFields().Select(field => ((DiagnosticDescriptor)field.GetValue(null)!).Code);
        var asserted = Cases().Select(test => (string)test.Arguments[2]!).ToArray();

        // RR0402 takes another limit and is asserted among the hostile documents.
        Assert.That(codes.Where(code => code != "RR0402" && !asserted.Any(message => message.Contains(code, StringComparison.Ordinal))), Is.Empty);
        Assert.That(codes, Is.Unique);
    }

    [Test]
    public void Several_mistakes_are_reported_in_the_order_of_the_text()
    {
        var read = Documents.Read(Documents.With("{ \"output\": \"a b\" }, { \"enum\": \"E\", \"members\": [] }, { \"never\": \"approve\", \"when\": null }"));

        Assert.That(read.Diagnostics.Select(diagnostic => diagnostic.Code), Is.EqualTo(new[] { "RR0412", "RR0413", "RR0409" }));
        Assert.That(read.Definition!.Declarations, Is.Empty);
    }

    [Test]
    public void A_suggestion_comes_with_a_fix()
    {
        var json = Documents.With("{ \"define\": \"d\", \"valeu\": \"1\" }");
        var edit = Documents.Read(json).Diagnostics.Single().Fixes.Single().Edits.Single();
        var mended = json.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);

        Assert.That(Documents.Read(mended).HasErrors, Is.False);
    }

    [Test]
    public void Spans_of_nodes_point_at_the_json_whatever_precedes_them()
    {
        var json = "\uFEFF/* é 😀 */ " + Documents.With("{ \"output\": \"größe\", \"documentation\": [\"😀\"], \"value\": { \"op\": \"<\", \"left\": \"f.käse\", \"right\": \"2 days\" } }");
        var source = new SourceText(json);
        var output = (OutputDeclaration)RuleSetJson.Read(source).Definition!.Declarations.Single();
        var value = (BinaryExpression)output.Value!;

        Assert.That(source.GetText(output.Name.Span), Is.EqualTo("größe"));
        Assert.That(source.GetText(((MemberExpression)value.Left).Member.Span), Is.EqualTo("käse"));
        Assert.That(source.GetText(((MemberExpression)value.Left).Target.Span), Is.EqualTo("f"));
        Assert.That(source.GetText(value.Right.Span), Is.EqualTo("2 days"));
        Assert.That(source.GetText(value.Span), Does.StartWith("{ \"op\"").And.EndsWith("days\" }"));
    }

    [Test]
    public void A_reader_of_expressions_gets_the_characters_and_their_place()
    {
        var reader = new RecordingReader();
        var json = Documents.With("{ \"table\": \"t\", \"inputs\": [{ \"value\": \" a + b \" }], \"outputs\": [{ \"name\": \"o\" }], \"rows\": [{ \"cells\": [\"<= c * 2\"], \"values\": [\"\\u0064 - 1\"] }] }");
        RuleSetJson.Read(new SourceText(json), new RuleSetJsonOptions { ExpressionReader = reader });

        Assert.That(reader.Texts, Is.EqualTo(new[] { "a + b", "c * 2", "d - 1" }));
        Assert.That(reader.Places, Is.EqualTo(new[] { "a + b", "c * 2", "\\u0064 - 1" }));
    }

    private static TestCaseData Case(string name, string json, string place, string expected) => new TestCaseData(json, place, expected).SetArgDisplayNames(name);

    private static string Text(string template) =>
        Documents.With("{ \"rule\": \"A\", \"title\": \"t\", \"clauses\": [{ \"when\": \"a\", \"then\": [{ \"effect\": \"note\", \"text\": \"" + template + "\" }] }] }");

    private sealed class RecordingReader : IExpressionReader
    {
        public List<string> Texts { get; } = [];

        public List<string> Places { get; } = [];

        public Expression Read(SourceText source, TextSpan span, string text, ICollection<Diagnostic> diagnostics)
        {
            Texts.Add(text);
            Places.Add(source.GetText(span));
            return new UnknownLiteral { Span = span };
        }
    }
}
