using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace Retail.Rules.Metrics.Tests;

/// <summary>Lines that are no record are told with their number and stop nothing.</summary>
[TestFixture]
internal sealed class ReadingTests
{
    private const string Good = """{"type":"touch","at":"2026-10-16T11:00:00Z","order":"A","byPerson":true}""";

    [TestCase("nonsense", "is not JSON")]
    [TestCase("""{"type":"touch" """, "is not JSON")]
    [TestCase("[]", "is not a JSON object")]
    [TestCase("1", "is not a JSON object")]
    [TestCase("{}", "`type` is missing; it is one of activation, allocation, approval, calendar, claim, order, pick, stock, sync, task, touch")]
    [TestCase("""{"type":"tuch"}""", "`tuch` is no type of record; it is one of activation, allocation, approval, calendar, claim, order, pick, stock, sync, task, touch")]
    [TestCase("""{"type":"touch","order":"A","byPerson":true}""", "`at` is missing")]
    [TestCase("""{"type":"touch","at":"2026-10-16T11:00:00Z","order":"A","byPerson":true,"by":"x"}""", "`by` is no member of touch")]
    [TestCase("""{"type":"touch","at":"2026-10-16T11:00:00Z","order":null,"byPerson":true}""", "`order` is null")]
    [TestCase("""{"type":"touch","at":"2026-10-16T11:00:00Z","order":" ","byPerson":true}""", "`order` is blank")]
    [TestCase("""{"type":"touch","at":"2026-10-16T11:00:00","order":"A","byPerson":true}""", "`at` cannot be read: an instant is written with its offset, like 2026-10-16T06:00:00Z")]
    [TestCase("""{"type":"touch","at":null,"order":"A","byPerson":true}""", "`at` is null")]
    [TestCase("""{"type":"touch","at":"2026-10-16T11:00:00Z","order":"A","byPerson":"yes"}""", "`byPerson` cannot be read")]
    [TestCase("""{"type":"touch","at":"2026-10-16T11:00:00Z","order":"A","order":"B","byPerson":true}""", "`order` stands twice")]
    [TestCase("""{"type":"touch","at":"1969-12-31T11:00:00Z","order":"A","byPerson":true}""", "tells of a time before 1970 or after 2199")]
    [TestCase("""{"type":"allocation","at":"2026-10-16T11:00:00Z","order":"A","line":1,"node":"N","outcome":"lost"}""", "`outcome` cannot be read")]
    [TestCase("""{"type":"allocation","at":"2026-10-16T11:00:00Z","order":"A","line":1.5,"node":"N","outcome":"manual"}""", "`line` cannot be read")]
    [TestCase("""{"type":"sync","from":"S","to":"w","eventAt":"2026-10-16T11:00:00Z","visibleAt":"2026-10-16T10:59:59Z"}""", "`visibleAt` is before `eventAt`")]
    [TestCase("""{"type":"claim","id":"C","promotionEnd":"2026-10-16T11:00:00Z","agreedAt":"2026-10-15T11:00:00Z"}""", "`agreedAt` is before `promotionEnd`")]
    [TestCase("""{"type":"pick","at":"2026-10-16T11:00:00Z","node":"N","picked":-1}""", "`picked` is below 0")]
    [TestCase("""{"type":"pick","at":"2026-10-16T11:00:00Z","node":"N","picked":79228162514264337593543950335}""", "`picked` is above a million million")]
    [TestCase("""{"type":"pick","at":"2026-10-16T11:00:00Z","node":"N","picked":1e99}""", "`picked` cannot be read")]
    [TestCase("""{"type":"task","id":"T","openedAt":"2026-10-16T11:00:00Z","slaMinutes":0}""", "`slaMinutes` is not above 0")]
    [TestCase("""{"type":"task","id":"T","openedAt":"2026-10-16T11:00:00Z","closedAt":"2026-10-16T10:00:00Z","slaMinutes":1}""", "`closedAt` is before `openedAt`")]
    [TestCase("""{"type":"task","id":"T","openedAt":"2026-10-16T11:00:00Z","closedat":"2026-10-16T12:00:00Z","slaMinutes":1}""", "`closedat` is no member of task")]
    [TestCase("""{"type":"task","id":"T","openedAt":"2026-10-16T11:00:00Z","slaMinutes":1,"pauses":[{"from":"2026-10-16T12:00:00Z","to":"2026-10-16T11:00:00Z"}]}""", "a pause ends before it begins")]
    [TestCase("""{"type":"task","id":"T","openedAt":"2026-10-16T11:00:00Z","slaMinutes":1,"pauses":[null]}""", "a pause ends before it begins")]
    [TestCase("""{"type":"task","id":"T","openedAt":"2026-10-16T11:00:00Z","slaMinutes":1,"pauses":[{"from":"2026-10-16"}]}""", "`pauses[0].from` cannot be read: an instant is written with its offset, like 2026-10-16T06:00:00Z")]
    [TestCase("""{"type":"stock","at":"2026-10-16T11:00:00Z","sku":"S","location":"L","systemA":"A","qtyA":1,"systemB":"A","qtyB":1}""", "`systemA` and `systemB` are the same")]
    [TestCase("""{"type":"approval","promotion":"P","role":"Finance","submittedAt":"2026-10-16T11:00:00Z"}""", "no calendar says when Finance works; a `calendar` stands before its approvals")]
    [TestCase("""{"type":"calendar","timeZone":"Europe/Atlantis","open":"09:00","close":"17:00"}""", "`Europe/Atlantis` is no zone of the tz database")]
    [TestCase("""{"type":"calendar","timeZone":"Europe/London","open":"17:00","close":"09:00"}""", "`close` is not after `open`")]
    [TestCase("""{"type":"calendar","timeZone":"Europe/London","open":"9","close":"17:00"}""", "`open` cannot be read: a time of day is written like \"06:00\"")]
    [TestCase("""{"type":"calendar","timeZone":"Europe/London","open":"09:00","close":"17:00","days":["funday"]}""", "`funday` is no day of the week")]
    [TestCase("""{"type":"activation","sku":"S","location":"L","channel":"C","boundary":"start","plannedAt":"2026-10-16T11:00:00Z","price":1,"systems":[],"seen":[]}""", "`systems` names no system")]
    [TestCase("""{"type":"activation","sku":"S","location":"L","channel":"C","boundary":"middle","plannedAt":"2026-10-16T11:00:00Z","price":1,"systems":["P"],"seen":[]}""", "`boundary` cannot be read")]
    [TestCase("""{"type":"activation","sku":"S","location":"L","channel":"C","boundary":"start","plannedAt":"2026-10-16T11:00:00Z","price":1,"systems":["P","P"],"seen":[]}""", "`systems` names a system twice")]
    [TestCase("""{"type":"activation","sku":"S","location":"L","channel":"C","boundary":"start","plannedAt":"2026-10-16T11:00:00Z","price":1,"systems":["P"],"seen":[null]}""", "`seen` is null")]
    [TestCase("""{"type":"\ud800"}""", "holds text that is not Unicode")]
    public void A_line_that_is_no_record_is_told_and_left_out(string line, string message)
    {
        var report = Read(Good + "\n" + line + "\n" + Good.Replace("\"A\"", "\"B\"", StringComparison.Ordinal) + "\n");
        Assert.Multiple(() =>
        {
            Assert.That(report.Problems, Is.EqualTo(new[] { new LineProblem(2, message) }));
            Assert.That((report.LeftOut, report.Records), Is.EqualTo((1L, 2L)));
        });
    }

    [Test]
    public void Blank_lines_carriage_returns_a_byte_order_mark_and_no_last_line_feed_are_fine()
    {
        var report = Read("\uFEFF" + Good + "\r\n\r\n   \n" + "nonsense\r\n" + Good);
        Assert.Multiple(() =>
        {
            Assert.That(report.Records, Is.EqualTo(2));
            Assert.That(report.Problems, Is.EqualTo(new[] { new LineProblem(4, "is not JSON") }));
        });
    }

    [Test]
    public void Members_stand_in_any_order_and_numbers_may_be_text()
    {
        var report = Read("""{"node":"N","picked":"10","repicked":"1","at":"2026-10-16T13:00:00+02:00","type":"pick"}""");
        Assert.Multiple(() =>
        {
            Assert.That(report.Problems, Is.Empty);
            Assert.That(report.Rework!.Rework, Is.EqualTo(new Rate(1, 10)));
            Assert.That(report.AsOf, Is.EqualTo(new DateTimeOffset(2026, 10, 16, 11, 0, 0, TimeSpan.Zero)));
        });
    }

    [TestCase(JsonLineReader.MaxLine, 1)]
    [TestCase(JsonLineReader.MaxLine + 1, 0)]
    [TestCase(JsonLineReader.MaxLine * 3, 0)]
    public void A_line_that_is_too_long_is_skipped_to_its_end(int length, int records)
    {
        var report = Read(Good + new string(' ', length - Good.Length) + "\n" + Good);
        Assert.Multiple(() =>
        {
            Assert.That(report.Records, Is.EqualTo(records + 1));
            Assert.That(report.Problems, Is.EqualTo(records == 1 ? [] : new[] { new LineProblem(1, "is longer than a record can be (1 MiB)") }));
        });
        Assert.That(Read(new string('x', length)).LeftOut, Is.EqualTo(1), "also at the end of the file");
    }

    [Test]
    public void All_that_is_left_out_is_counted_and_the_first_hundred_told()
    {
        var told = 0;
        var metrics = new ProcessMetrics();
        metrics.Read(Stream(string.Concat(Enumerable.Repeat("x\n", 250))), _ => told++);
        var report = metrics.ToReport();
        Assert.That((report.LeftOut, report.Problems.Count, told), Is.EqualTo((250L, ProcessMetrics.MaxProblems, 250)));
    }

    [Test]
    public void A_later_calendar_of_a_role_replaces_the_earlier_and_its_own_goes_before_the_usual()
    {
        const string Approval = """{"type":"approval","promotion":"P","role":"ROLE","submittedAt":"2026-10-16T08:00:00Z","decidedAt":"2026-10-16T18:00:00Z"}""" + "\n";
        var report = Read(
            """{"type":"calendar","timeZone":"Etc/UTC","open":"09:00","close":"17:00"}""" + "\n" + Approval.Replace("ROLE", "Finance", StringComparison.Ordinal)
            + """{"type":"calendar","role":"Finance","timeZone":"Etc/UTC","open":"10:00","close":"12:00"}""" + "\n" + Approval.Replace("ROLE", "Finance", StringComparison.Ordinal)
            + """{"type":"calendar","role":"Finance","timeZone":"Etc/UTC","open":"10:00","close":"12:00","holidays":["2026-10-16"]}""" + "\n" + Approval.Replace("ROLE", "Finance", StringComparison.Ordinal)
            + """{"type":"calendar","timeZone":"Etc/UTC","open":"09:00","close":"17:00","days":["saturday"]}""" + "\n" + Approval.Replace("ROLE", "CFO", StringComparison.Ordinal));
        Assert.That(report.Approvals, Is.EqualTo(new[]
        {
            new ApprovalLatency(null, "CFO", new Distribution(1, 0m, 0m, 0m, 0m, 0m), 0),
            new ApprovalLatency(null, "Finance", new Distribution(3, 2m, 8m, 8m, 8m, 8m), 0),
        }));
    }

    [Test]
    public void Records_of_programs_are_held_to_the_same()
    {
        var metrics = new ProcessMetrics();
        var record = new TouchRecord { At = DateTimeOffset.UnixEpoch, Order = " ", ByPerson = true };
        Assert.That(() => metrics.Add(record), Throws.ArgumentException.With.Message.StartsWith("`order` is blank"));
        Assert.That(metrics.ToReport().Records, Is.Zero);
        Assert.That(() => new ProcessMetrics(new MetricsOptions { From = DateTimeOffset.MaxValue, To = DateTimeOffset.UnixEpoch }), Throws.ArgumentException);
        Assert.That(() => new ProcessMetrics(new MetricsOptions { ActivationTolerance = TimeSpan.FromTicks(-1) }), Throws.ArgumentException);
    }

    [Test]
    public void What_a_program_writes_is_read_back()
    {
        MetricRecord record = new TaskRecord { Id = "T", OpenedAt = DateTimeOffset.UnixEpoch, SlaMinutes = 5m, Pauses = [new TaskPause { From = DateTimeOffset.UnixEpoch }] };
        var json = JsonSerializer.Serialize(record, MetricJson.Default.MetricRecord);
        Assert.Multiple(() =>
        {
            Assert.That(json, Is.EqualTo("""{"type":"task","id":"T","openedAt":"1970-01-01T00:00:00Z","slaMinutes":5,"pauses":[{"from":"1970-01-01T00:00:00Z"}]}"""));
            Assert.That(RecordReader.Read(Encoding.UTF8.GetBytes(json), out var problem), Is.InstanceOf<TaskRecord>());
            Assert.That(problem, Is.Null);
        });
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property No_bytes_stop_the_rest() => Prop.ForAll(Gen.ArrayOf(Gen.Frequency((8, Gen.Choose(32, 126)), (1, Gen.Choose(0, 255)))).ToArbitrary(), bytes =>
    {
        // Bytes of chance, and a good record in which they replace a piece.
        var noise = bytes.Select(one => (byte)one).ToArray();
        var good = Encoding.UTF8.GetBytes(Good);
        var at = noise.Length == 0 ? 0 : noise[0] % good.Length;
        byte[] spoilt = [.. good[..at], .. noise, .. good[Math.Min(good.Length, at + noise.Length)..]];
        byte[] all = [.. noise, (byte)'\n', .. spoilt, (byte)'\n', .. good];
        var report = Read(all);
        return report.Records >= 1 && report.Interventions is null && report.Problems.All(problem => problem.Message.Length > 0);
    });

    private static MetricsReport Read(string lines) => Read(Encoding.UTF8.GetBytes(lines));

    private static MetricsReport Read(byte[] bytes)
    {
        var metrics = new ProcessMetrics();
        metrics.Read(new MemoryStream(bytes));
        return metrics.ToReport();
    }

    private static MemoryStream Stream(string lines) => new(Encoding.UTF8.GetBytes(lines));
}
