using System;
using System.Linq;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Retail.Rules.Benchmarks;

/// <summary>
/// <c>--smoke</c> runs each benchmark once, but for those of more than a thousand rules, in this process, to show that it starts (CI). Without it the usual BenchmarkDotNet switches apply:
/// <c>--filter *</c> runs all.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        var isSmoke = args.Contains("--smoke");
        var config = ManualConfig.CreateEmpty()
            .AddLogger(ConsoleLogger.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddExporter(MarkdownExporter.GitHub)
            .AddJob((isSmoke ? Job.Dry : Job.ShortRun).WithToolchain(InProcessEmitToolchain.Instance));
        if (isSmoke)
            config.AddFilter(new SimpleFilter(IsSmall));
        var summaries = isSmoke
            ? BenchmarkRunner.Run(typeof(Program).Assembly, config)
            : BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config).ToArray();
        return summaries.Length > 0 && summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;
    }

    /// <summary>Thousands of rules take peers half a minute to compile, which shows nothing that a hundred do not.</summary>
    private static bool IsSmall(BenchmarkCase benchmark) => !benchmark.Parameters.Items.Any(parameter => parameter.Value is int and > 1_000);
}
