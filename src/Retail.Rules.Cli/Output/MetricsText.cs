using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Retail.Rules.Metrics;

namespace Retail.Rules.Cli.Output;

/// <summary>A report of metrics for people: a heading that says what is measured, and a small table below it.</summary>
internal static class MetricsText
{
    public static void Write(MetricsReport report, TextWriter writer)
    {
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"records: {report.Records} counted, {report.OutsidePeriod} outside the period, {report.LeftOut} left out"));
        if (report.From is not null || report.To is not null)
            writer.WriteLine("period: from " + (report.From is { } from ? Text(from) : "the beginning") + (report.To is { } to ? " to before " + Text(to) : " on"));
        if (report.AsOf is { } asOf)
            writer.WriteLine("open work is aged as of " + Text(asOf));
        foreach (var (heading, table) in Sections(report))
        {
            writer.WriteLine();
            writer.WriteLine(heading);
            foreach (var line in table.Lines())
                writer.WriteLine("  " + line);
        }
    }

    private static IEnumerable<(string Heading, TextTable Table)> Sections(MetricsReport report)
    {
        if (report.Activation is { } activation)
            yield return ("Promotion activation accuracy, within " + Text(activation.ToleranceMinutes) + " minutes in all systems", Activation(activation));
        if (report.Sync is { } sync)
            yield return ("Inventory sync latency in seconds, by nearest rank", Table(["from", "to", .. Spread, "not visible"], sync.Select(pair => (string[])[pair.From, pair.To, .. Of(pair.Seconds), Text(pair.Open)])));
        if (report.Allocation is { } allocation)
        {
            yield return ("Order allocation exceptions", Rates([("all lines", allocation.Exceptions), .. allocation.Reasons.Select(reason => (reason.Key.Length > 0 ? reason.Key : "no reason given", new Rate(reason.Value, allocation.Exceptions.Of)))]));
            yield return ("Order allocation exceptions by node, with 95% by Wilson", Nodes(allocation.Nodes));
        }
        if (report.Orders is { } orders)
        {
            yield return ("Perfect orders", PerfectOrders(orders));
            if (orders.Nodes.Count > 0)
                yield return ("Perfect orders by node, with 95% by Wilson", Nodes(orders.Nodes));
        }
        if (report.Claims is { } claims)
        {
            yield return ("Discount reconciliation cycle time in days, by nearest rank", Table(Spread, [Of(claims.Days)]));
            yield return ("Open claims by age in days", Table(["open", "to 30", "to 60", "to 90", "over 90"], [[.. new[] { claims.Open, claims.OpenTo30Days, claims.OpenTo60Days, claims.OpenTo90Days, claims.OpenOver90Days }.Select(Text)]]));
        }
        if (report.Rework is { } rework)
            yield return ("Warehouse rework in units", Rates([("all", rework.Rework), .. rework.Nodes.Select(node => (node.Key, node.Value))]));
        if (report.Interventions is { } touched)
            yield return ("Manual interventions per 1,000 orders", Table(["touched", "orders", "per 1,000"], [[Text(touched.OrdersTouched), Text(touched.Orders), Places(touched.PerThousand)]]));
        if (report.Approvals is { } approvals)
            yield return ("Approval latency in working hours, by nearest rank", Table(["step", "role", .. Spread, "open"], approvals.Select(queue => (string[])[queue.Step ?? "", queue.Role, .. Of(queue.Hours), Text(queue.Open)])));
        if (report.Tasks is { } tasks)
            yield return ("SLA adherence, without pauses", Table(["", "in time", "closed", "%", "open", "overdue"], tasks.Roles.Select(role => Sla(role.Role, role.WithinSla, role.Open, role.OpenOverdue)).Prepend(Sla("all", tasks.WithinSla, tasks.Open, tasks.OpenOverdue))));
        if (report.Stock is { } stock)
            yield return ("Inventory mismatch", Table(["", "units apart", "of", "%", "positions apart", "of", "%"], stock.Select(pair => (string[])[pair.SystemA + " / " + pair.SystemB, .. Of(pair.Mismatch), .. Of(pair.Differing)])));
    }

    private static string[] Spread => ["count", "p50", "p90", "p95", "p99", "max"];

    private static TextTable Activation(ActivationAccuracy activation)
    {
        var table = Rates([("all", activation.Accuracy), ("starts", activation.Starts), ("ends", activation.Ends)]);
        var errors = new[] { ("missing", activation.Missing), ("wrong item", activation.WrongItem), ("wrong price", activation.WrongPrice), ("early", activation.Early), ("late", activation.Late) };
        foreach (var (name, count) in errors.Where(error => error.Item2 > 0))
            table.Add(name, Text(count), "", "");
        return table;
    }

    private static TextTable PerfectOrders(PerfectOrders orders)
    {
        var table = Rates([("on time", orders.OnTime), ("complete", orders.Complete), ("undamaged", orders.Undamaged), ("documents right", orders.DocumentsRight), ("perfect, counted", orders.Counted)]);
        table.Add("perfect, multiplied", "", "", Places(orders.Multiplied * 100m));
        return table;
    }

    private static TextTable Nodes(IEnumerable<NodeRate> nodes) => Table(["node", "count", "of", "%", "from %", "to %", "network"], nodes.Select(node =>
        (string[])[node.Node, .. Of(node.Rate), Places(node.Interval.Low * 100m), Places(node.Interval.High * 100m), node.Differs ?? ""]));

    private static TextTable Rates(IEnumerable<(string Name, Rate Rate)> rates) => Table(["", "count", "of", "%"], rates.Select(rate => (string[])[rate.Name, .. Of(rate.Rate)]));

    private static string[] Sla(string role, Rate rate, long open, long overdue) => [role, .. Of(rate), Text(open), Text(overdue)];

    private static TextTable Table(string[] head, IEnumerable<string[]> rows)
    {
        var table = new TextTable(head);
        foreach (var row in rows)
            table.Add([.. row.Select(Printable.Of)]);
        return table;
    }

    private static string[] Of(Rate rate) => [Text(rate.Count), Text(rate.Of), rate.Value is { } value ? Places(value * 100m) : "-"];

    private static string[] Of(Distribution? spread) => spread is null
        ? ["0", "-", "-", "-", "-", "-"]
        : [Text(spread.Count), .. new[] { spread.P50, spread.P90, spread.P95, spread.P99, spread.Max }.Select(Places)];

    private static string Places(decimal number) => decimal.Round(number, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
