using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using NUnit.Framework;

namespace Retail.Rules.Batch.Tests;

[TestFixture]
public sealed class DiffTests
{
    private static readonly RuleSet Old = Rules.Compile();

    private static string[] Rows =>
    [
        """{"price":10,"cost":9.20,"country":"GB","units":5}""",
        """{"price":10,"cost":8.80,"country":"GB","units":2}""",
        """{"price":10,"cost":5,"country":"DE","units":1}""",
        """{"price":10,"cost":8.70,"country":"DE","units":7}""",
        """{"price":10,"country":"GB"}""",
        """{"price":20,"cost":17.5,"country":"GB","units":0.5}""",
    ];

    [Test]
    public void A_ruleset_does_not_differ_from_itself()
    {
        var report = Compare(Old, Old);

        Assert.That((report.Rows, report.Unusable, report.Changed, report.Flipped, report.IsSame), Is.EqualTo((6L, 0L, 0L, 0L, true)));
        Assert.That(report.Flips, Is.Empty);
    }

    [Test]
    public void Flips_rules_roles_outputs_and_the_measure_are_counted()
    {
        // The director looks below 15 % now, Germany is no matter any more, and Poland might be.
        var now = Rules.Compile(null, ("least : percent = 10%", "least : percent = 15%"), ("when country = DE and not isClearance then reject", "when country = FR and not isClearance then reject"), ("output total = price * units", "output total = price * units * 2"));
        var report = Compare(Old, now, new DiffOptions { Measure = "total", Examples = 2 });

        // Row 1: 8 %, director both times. Row 2: 12 %, buyer becomes director. Row 3: reject becomes approve. Row 4: 13 %, reject becomes refer,
        // buyer becomes director. Row 5: incomplete, without outputs. Row 6: 12.5 %, buyer becomes director.
        Assert.Multiple(() =>
        {
            Assert.That((report.Rows, report.Changed, report.Flipped), Is.EqualTo((6L, 5L, 2L)));
            Assert.That(report.Examples, Is.EqualTo((long[])[1, 2]));
            Assert.That(report.Flips.Select(flip => (flip.From, flip.To, flip.Count, flip.Measure!.Old, flip.Measure.New, flip.Examples.Single())), Is.EqualTo(new (Verdict?, Verdict?, long, decimal?, decimal?, long)[]
            {
                (Verdict.Reject, Verdict.Approve, 1, 10m, 20m, 3),
                (Verdict.Reject, Verdict.Refer, 1, 70m, 140m, 4),
            }));
            Assert.That(report.Rules.Select(rule => (rule.Name, rule.OnlyOld, rule.OnlyNew)), Is.EqualTo(new[] { ("R3", 2L, 0L) }));
            Assert.That(report.Approvers.Select(role => (role.Name, role.OnlyOld, role.OnlyNew, string.Join(' ', role.Examples))), Is.EqualTo(new[] { ("Buyer", 3L, 0L, "2 4"), ("Director", 0L, 3L, "2 4") }));
            Assert.That(report.Members.Select(member => (member.Name, member.Count)), Is.EqualTo(new[] { ("total", 5L) }));
            Assert.That(report.Measure, Is.EqualTo(new MeasureSum("total", 80m, 160m, 0, 0)));
        });
    }

    [Test]
    public void An_input_may_be_the_measure_and_is_unknown_where_it_is_absent()
    {
        var now = Rules.Compile(null, ("input price, cost : money", "input price : money\ninput cost : money = 0.00"));
        var report = Compare(Old, now, new DiffOptions { Measure = "cost" });

        Assert.That(report.Flips.Single().Measure, Is.EqualTo(new MeasureSum("cost", 0m, 0m, 1, 0)));
        Assert.That(report.Members.Select(member => member.Name), Is.EqualTo((string[])["clearance", "country", "deals", "margin", "missing", "skus", "total"]));
    }

    [Test]
    public void Rows_that_cannot_be_used_are_counted()
    {
        var report = RuleSetDiff.Compare(Old, Old, FactStream.FromJsonLines(Rules.Utf8("{\n{\"price\":\"ten\"}\n{\"price\":1}\n")));

        Assert.That((report.Rows, report.Unusable, report.IsSame), Is.EqualTo((3L, 2L, true)));
    }

    [Test]
    public void A_measure_that_is_none_is_refused()
    {
        Assert.That(() => Compare(Old, Old, new DiffOptions { Measure = "country" }), Throws.ArgumentException.With.Message.StartWith("neither ruleset has an output"));
        Assert.That(() => Compare(Old, Old, new DiffOptions { Measure = "nothing" }), Throws.ArgumentException);
    }

    [Test]
    public void Rulesets_may_have_other_rules_outputs_and_facts()
    {
        var now = Rules.Compile("""
            ruleset test.other version "2"
            currency EUR
            input price, fee : money
            rule R9 "Dear" when price > 15.00 then hold
            output total = price
            """);
        var report = RuleSetDiff.Compare(Old, now, FactStream.FromJsonLines(Rules.Utf8("""{"price":20,"cost":1,"fee":1,"country":"GB"}""")), new DiffOptions { Measure = "margin" });

        Assert.Multiple(() =>
        {
            Assert.That((report.Old, report.New), Is.EqualTo(("test.batch 1", "test.other 2")));
            Assert.That(report.Rules.Select(rule => (rule.Name, rule.OnlyOld, rule.OnlyNew)), Is.EqualTo(new[] { ("R9", 0L, 1L) }));
            Assert.That(report.Members.Select(member => member.Name), Is.EqualTo((string[])["clearance", "country", "deals", "margin", "skus"]));
            Assert.That(report.Measure, Is.EqualTo(new MeasureSum("margin", 0.95m, null, 0, 1)));
        });
    }

    [FsCheck.NUnit.Property(MaxTest = 20)]
    public void Any_number_of_threads_gives_the_same_report(byte threads, byte block)
    {
        var now = Rules.Compile(null, ("least : percent = 10%", "least : percent = 15%"), ("country = DE", "country = GB"));
        var rows = string.Join('\n', Rules.Numbered(500));
        string Report(int many, int rowsPerBlock) => Json(RuleSetDiff.Compare(Old, now, FactStream.FromJsonLines(Rules.Utf8(rows)),
            new DiffOptions { Measure = "total", Batch = new BatchOptions { Threads = many, RowsPerBlock = rowsPerBlock } }));

        Assert.That(Report(1 + threads % 6, 1 + block), Is.EqualTo(Report(1, 500)));
    }

    [Test]
    public void Json_tells_all_of_it()
    {
        var now = Rules.Compile(null, ("country = DE", "country = FR"));
        const string Expected = """
            {"old":"test.batch 1","new":"test.batch 1","rows":6,"unusable":0,"changed":2,"flipped":2,
            "measure":{"name":"units","old":8,"new":8,"unknownOld":0,"unknownNew":0},"examples":[3,4],"flips":[
            {"from":"reject","to":"approve","count":1,"measure":{"name":"units","old":1,"new":1,"unknownOld":0,"unknownNew":0},"examples":[3]},
            {"from":"reject","to":"refer","count":1,"measure":{"name":"units","old":7,"new":7,"unknownOld":0,"unknownNew":0},"examples":[4]}],
            "rules":[{"name":"R3","onlyOld":2,"onlyNew":0,"examples":[3,4]}],"approvers":[],"members":[]}
            """;
        Assert.That(Json(Compare(Old, now, new DiffOptions { Measure = "units" })), Is.EqualTo(string.Concat(Expected.Split('\n'))));
    }

    private static DiffReport Compare(RuleSet before, RuleSet after, DiffOptions? options = null) =>
        RuleSetDiff.Compare(before, after, FactStream.FromJsonLines(Rules.Utf8(string.Join('\n', Rows))), options);

    private static string Json(DiffReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            report.WriteTo(json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
