using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Text.Json;
using Retail.Rules.Cli.Facts;
using Retail.Rules.Cli.Loading;
using Retail.Rules.Cli.Output;
using Retail.Rules.Metrics;

namespace Retail.Rules.Cli.Commands;

/// <summary><c>metrics</c>: measures how the process went, from the records of what happened.</summary>
internal static class MetricsCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The records, JSON Lines; - is standard input. See docs/metrics.md." };
        var from = Instant("--from", "The first day or instant of the period; days are UTC.");
        var to = Instant("--to", "The day or instant before which the period ends.");
        var asOf = Instant("--as-of", "When open work is aged: the last instant of the file unless given.");
        var format = CommonOptions.Format("text for people, or JSON.", CommonOptions.Text, CommonOptions.Json);
        var command = new Command("metrics", "Measures the process: activation, sync, allocation, orders, claims, rework, approvals, tasks, stock. Exit code 2 if lines were left out.") { file, from, to, asOf, format };
        command.SetAction(parsed =>
        {
            var options = new MetricsOptions { From = Parse("--from", parsed.GetValue(from)), To = Parse("--to", parsed.GetValue(to)), AsOf = Parse("--as-of", parsed.GetValue(asOf)) };
            if (options.To < options.From)
                throw new CommandFailure("--to " + parsed.GetValue(to) + ": is before --from " + parsed.GetValue(from));
            return Run(parsed.GetValue(file)!, options, parsed.GetValue(format) == CommonOptions.Json, terminal);
        });
        return command;
    }

    private static Option<string?> Instant(string name, string description) => new(name) { Description = description, HelpName = "DATE" };

    private static DateTimeOffset? Parse(string option, string? text)
    {
        if (text is null)
            return null;
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day))
            return day;
        return InstantJsonConverter.TryParse(text, out var instant) ? instant : throw new CommandFailure(option + " " + text + ": is no day and no instant; write it as 2026-10-16 or 2026-10-16T06:00:00Z");
    }

    private static int Run(string path, MetricsOptions options, bool isJson, Terminal terminal)
    {
        var metrics = new ProcessMetrics(options);
        var name = path == FactsReader.StandardInput ? "standard input" : path;
        try
        {
            using var stream = path == FactsReader.StandardInput ? null : SourceFile.Open(path);
            metrics.Read(stream ?? terminal.In);
        }
        catch (IOException problem)
        {
            throw new CommandFailure(name + ": cannot be read: " + problem.Message);
        }
        var report = metrics.ToReport();
        Warn(report, name, terminal.Error);
        if (isJson)
            terminal.Out.WriteLine(JsonText.Of(json => JsonSerializer.Serialize(json, report, MetricJson.Default.MetricsReport), isIndented: true));
        else
            MetricsText.Write(report, terminal.Out);
        return report.LeftOut > 0 ? ExitCode.BadInput : ExitCode.Fine;
    }

    private static void Warn(MetricsReport report, string name, TextWriter error)
    {
        foreach (var problem in report.Problems)
            error.WriteLine(Printable.Of(string.Create(CultureInfo.InvariantCulture, $"warning: {name}({problem.Line}): left out: {problem.Message}")));
        if (report.LeftOut > report.Problems.Count)
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"warning: {report.LeftOut - report.Problems.Count} more lines left out"));
    }
}
