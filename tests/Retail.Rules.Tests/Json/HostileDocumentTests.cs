using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using NUnit.Framework;
using Retail.Rules.Json;
using Retail.Rules.Tests.Generation;
using Retail.Rules.Text;

namespace Retail.Rules.Tests.Json;

[TestFixture]
public class HostileDocumentTests
{
    private readonly SchemaEvaluator schema = new(JsonDocument.Parse(RuleSetJson.Schema).RootElement);

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public void Reading_any_text_gives_a_result(string? text) => AssertTotal(text ?? "");

    [FsCheck.NUnit.Property(MaxTest = 1500)]
    public void Reading_a_damaged_document_gives_a_result(int seed)
    {
        var random = new RandomSource(seed);
        var json = new StringBuilder(RuleSetJson.Write(new ModelGenerator(seed).Definition()));
        for (var damages = 1 + random.Below(3); damages > 0; damages--)
            Damage(json, random);

        AssertTotal(json.ToString());
    }

    [TestCase("\ud83d", TestName = "half a character")]
    [TestCase("\"\\ud800\"", TestName = "half a character as an escape")]
    [TestCase("{ \"\\udc00\": 1, \"schemaVersion\": 1 }", TestName = "half a character in a name")]
    [TestCase("\uFEFF", TestName = "a byte order mark alone")]
    [TestCase("\uFEFF{", TestName = "a byte order mark and a brace")]
    [TestCase("/* never closed", TestName = "a comment that is not closed")]
    [TestCase("\0", TestName = "a NUL")]
    public void Reading_an_odd_text_gives_a_result(string text) => AssertTotal(text);

    [Test]
    public void Nesting_is_bounded_for_arrays_trees_and_paths()
    {
        foreach (var deep in new[]
            { new string('[', 200_000), Nested(20_000), Nested(200), "\"a" + string.Concat(Enumerable.Repeat(".a", 100_000)) + "\"" })
        {
            var read = Documents.Read(Documents.WithExpression(deep));

            Assert.That(read.Diagnostics.Select(diagnostic => diagnostic.Code), Is.EqualTo(new[] { "RR0403" }));
        }
    }

    [Test]
    public void An_expression_of_the_deepest_nesting_allowed_is_read()
    {
        Assert.That(Documents.Read(Documents.WithExpression(Nested(100))).HasErrors, Is.False);
        Assert.That(Documents.Messages(Documents.WithExpression(Nested(101))), Does.Contain("this nests deeper than 100 levels"));
    }

    [Test]
    public void The_length_of_a_file_is_bounded()
    {
        var options = new RuleSetJsonOptions { Limits = new RuleSetLimits { MaxFileLength = 10 } };

        Assert.That(
            Documents.Messages("           ", options),
            Is.EqualTo("r.json(1,1): error RR0402: the file has 11 characters, and 10 are allowed. split the ruleset, or raise `MaxFileLength`"));
    }

    [Test]
    public void Findings_are_bounded() =>
        Assert.That(Documents.Read(Documents.With(string.Join(",", Enumerable.Repeat("1", 500)))).Diagnostics, Has.Count.EqualTo(100));

    private static string Nested(int levels) =>
        string.Concat(Enumerable.Repeat("{\"not\":", levels)) + "\"a\"" + new string('}', levels);

    private static void Damage(StringBuilder json, RandomSource random)
    {
        var start = random.Below(json.Length);
        var length = Math.Min(json.Length - start, random.One(1, 1, 3, 20));
        switch (random.Below(5))
        {
            case 0:
                json.Remove(start, length);
                break;
            case 1:
                json.Insert(start, json.ToString(start, length));
                break;
            case 2:
                json.Insert(start, random.One("\"", "{", "}", "[", "]", ",", ":", "\\", "null", "1e9", "\uD83D", "-", "{}", "\\ud800", "//", "/*"));
                break;
            case 3:
                json[start] = (char)random.Below(0x250);
                break;
            default:
                var words = new[] { "\"when\"", "\"value\"", "\"in\"", "\"type\"", "\"text\"", "\"op\"", "\"rule\"", "true", "[]", "{}", "\"-\"", "\"\"", "0" };
                var quote = json.ToString().IndexOf('"', start);
                var end = quote < 0 ? -1 : json.ToString().IndexOf('"', quote + 1);
                if (end > 0)
                    json.Remove(quote, end + 1 - quote).Insert(quote, random.One(words));
                break;
        }
    }

    /// <summary>Whatever the text: no exception, findings inside the text, errors where there is no model, and what is accepted the schema accepts and survives.</summary>
    private void AssertTotal(string text)
    {
        var read = RuleSetJson.Read(new SourceText(text));
        foreach (var diagnostic in read.Diagnostics)
            Assert.That(diagnostic.Span.End, Is.LessThanOrEqualTo(text.Length), text);
        Assert.That(read.HasErrors, Is.EqualTo(read.Diagnostics.Count > 0), text);
        if (read.HasErrors)
            return;
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, MaxDepth = 512 };
        Assert.That(schema.Accepts(JsonDocument.Parse(text.TrimStart('\uFEFF'), options).RootElement), Is.True, text);
        Assert.That(ModelDump.Of(RuleSetJson.Read(new SourceText(RuleSetJson.Write(read.Definition!))).Definition), Is.EqualTo(ModelDump.Of(read.Definition)), text);
    }
}
