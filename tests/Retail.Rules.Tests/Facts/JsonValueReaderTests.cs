using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using NUnit.Framework;
using Retail.Rules.Json;
using Retail.Rules.Text;


namespace Retail.Rules.Tests.Facts;

[TestFixture]
internal sealed class JsonValueReaderTests
{
    [Test]
    public void A_stream_of_facts_is_judged_one_by_one()
    {
        var ruleSet = RuleSet.Compile(RuleSetJson.Read(new SourceText("""
            { "schemaVersion": 1, "ruleset": "acme.stream", "version": "1", "declarations": [
              { "input": ["price"], "type": "number" }, { "output": "price" } ] }
            """))).GetValueOrThrow();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("{\"price\":1}\n[{\"price\":2},{}]"));
        var decisions = new List<string>();
        foreach (var facts in FactSet.ReadJson(stream))
        {
            var decision = ruleSet.Evaluate(facts);
            decisions.Add(decision.Outputs.TryGetValue("price", out var price) ? price.ToString()! : "missing " + string.Join(", ", decision.Missing));
        }
        Assert.That(decisions, Is.EqualTo(new[] { "1", "2", "missing price" }));
    }

    [TestCase("", "")]
    [TestCase(" \n", "")]
    [TestCase("{\"a\":1}", "{\"a\":1}")]
    [TestCase("{\"a\":1}{\"b\":2}", "{\"a\":1}|{\"b\":2}")]
    [TestCase("1 2\n3", "1|2|3")]
    [TestCase("[1,[2,3],{}]", "1|[2,3]|{}")]
    [TestCase("[] 1 [2] [[3]]", "1|2|[3]")]
    [TestCase("/* a */ 1 // b\n 2", "1|2")]
    [TestCase("\uFEFF[\"é\"]", "\"é\"")]
    public void Values_follow_each_other_or_stand_in_arrays(string text, string values)
    {
        for (var chunk = 1; chunk < 8; chunk++)
            Assert.That(string.Join('|', Read(text, chunk)), Is.EqualTo(values));
    }

    [TestCase("{\"a\":1", 0, 6)]
    [TestCase("[1,\n2,]", 1, 2)]
    [TestCase("1\n2\n}", 2, 0)]
    public void A_mistake_is_placed_in_the_whole_text_however_it_arrives(string text, int line, int position)
    {
        for (var chunk = 1; chunk < 8; chunk++)
        {
            var mistake = Assert.Catch<JsonException>(() => Read(text, chunk))!;
            Assert.That((mistake.LineNumber, mistake.BytePositionInLine), Is.EqualTo(((long?)line, (long?)position)));
        }
    }

    [FsCheck.NUnit.Property]
    public void Anything_is_read_or_refused_the_same_in_pieces_as_at_once(string? text, byte chunk) =>
        Assert.That(Outcome(text ?? "", chunk + 1), Is.EqualTo(Outcome(text ?? "", int.MaxValue)));

    [FsCheck.NUnit.Property]
    public void So_is_damaged_json(int position, char letter, byte chunk)
    {
        const string Valid = """[{"a":[1,2.50,"x\u00e9"]},null] {"b":{"c":true}} -1e5""";
        var at = (int)((uint)position % Valid.Length);
        var text = Valid[..at] + letter + Valid[(at + 1)..];
        Assert.That(Outcome(text, chunk + 1), Is.EqualTo(Outcome(text, int.MaxValue)));
    }

    private static string Outcome(string text, int chunk)
    {
        try
        {
            return string.Join('|', Read(text, chunk));
        }
        catch (JsonException)
        {
            return "refused";
        }
    }

    private static List<string> Read(string text, int chunk)
    {
        var reader = new JsonValueReader(new Pieces(Encoding.UTF8.GetBytes(text), chunk));
        var values = new List<string>();
        while (reader.Read() is { } value)
        {
            using (value)
                values.Add(value.RootElement.GetRawText());
        }
        return values;
    }

    /// <summary>A stream that gives at most so many bytes a read.</summary>
    private sealed class Pieces(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, chunk));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, chunk)]);
    }
}
