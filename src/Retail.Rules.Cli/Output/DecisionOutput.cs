using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Retail.Rules.Batch;
using Retail.Rules.Cli.Facts;

namespace Retail.Rules.Cli.Output;

/// <summary>What is told of a row, made by the thread that judged it.</summary>
internal sealed record ToldRow(long Row, bool HasFactErrors, IReadOnlyList<DecisionProblem> Warnings)
{
    public Decision? Decision { get; init; }

    public string Text { get; init; } = "";

    public DecisionRow? Cells { get; init; }
}

/// <summary>Writes decisions in some format: told by any thread, written by one.</summary>
internal abstract class DecisionOutput : IDisposable
{
    public const string Csv = "csv";
    public const string Parquet = "parquet";
    public const string JsonLines = "jsonl";

    /// <param name="format">The format.</param>
    /// <param name="path">The file; null for standard output.</param>
    /// <param name="ruleSet">What judges.</param>
    /// <param name="terminal">Where standard output is.</param>
    public static DecisionOutput Create(string format, string? path, RuleSet ruleSet, Terminal terminal)
    {
        if (format == Parquet)
            return new ParquetOutput(OutputFile.Create(path ?? throw new CommandFailure("--format parquet: needs --output FILE, since it is no text")), new DecisionTable(ruleSet));
        var file = path is null ? null : new StreamWriter(OutputFile.Create(path), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 64 * 1024) { NewLine = terminal.Out.NewLine };
        return format switch
        {
            Csv => new CsvOutput(file ?? terminal.Out, file, new DecisionTable(ruleSet)),
            Commands.CommonOptions.Text => new TextOutput(file ?? terminal.Out, file, terminal.Width),
            _ => new JsonLineOutput(file ?? terminal.Out, file),
        };
    }

    /// <summary>Takes what is to be written; on any thread.</summary>
    public abstract ToldRow Tell(long row, Judgement judgement);

    /// <summary>Writes a row.</summary>
    public abstract void Write(ToldRow row);

    /// <summary>Writes what comes after the last row.</summary>
    public virtual void End()
    {
    }

    public abstract void Dispose();

    private static ToldRow Told(long row, Decision decision, string text) =>
        new(row, decision.Problems.Any(problem => problem.IsFactError), decision.Warnings) { Decision = decision, Text = text };

    private static ToldRow Told(long row, DecisionRow cells) => new(row, cells.HasFactErrors, cells.Warnings) { Cells = cells };

    private sealed class TextOutput(TextWriter output, IDisposable? file, int width) : DecisionOutput
    {
        private readonly SummaryTable summary = new();
        private readonly string newLine = output.NewLine;

        public override ToldRow Tell(long row, Judgement judgement)
        {
            var decision = judgement.ToDecision();
            var text = new StringWriter { NewLine = newLine };
            DecisionText.Write(decision, Label(row, decision), text);
            return Told(row, decision, text.ToString());
        }

        public override void Write(ToldRow row)
        {
            output.WriteLine(row.Text);
            summary.Add(Label(row.Row, row.Decision!), row.Decision!);
        }

        public override void End() => summary.Write(output, width);

        public override void Dispose() => file?.Dispose();

        private static string Label(long row, Decision decision) => GivenFacts.LabelOf(row, decision.Case);
    }

    private sealed class JsonLineOutput(TextWriter output, IDisposable? file) : DecisionOutput
    {
        public override ToldRow Tell(long row, Judgement judgement)
        {
            var decision = judgement.ToDecision();
            return Told(row, decision, decision.ToJson());
        }

        public override void Write(ToldRow row) => output.WriteLine(row.Text);

        public override void Dispose() => file?.Dispose();
    }

    private sealed class CsvOutput(TextWriter output, IDisposable? file, DecisionTable table) : DecisionOutput
    {
        private readonly CsvDecisionWriter csv = new(output, table);

        public override ToldRow Tell(long row, Judgement judgement) => Told(row, table.Read(row, judgement));

        public override void Write(ToldRow row) => csv.Write(row.Cells!);

        public override void Dispose() => file?.Dispose();
    }

    private sealed class ParquetOutput(Stream file, DecisionTable table) : DecisionOutput
    {
        private readonly ParquetDecisionWriter parquet = ParquetDecisionWriter.CreateAsync(file, table).GetAwaiter().GetResult();

        public override ToldRow Tell(long row, Judgement judgement) => Told(row, table.Read(row, judgement));

        public override void Write(ToldRow row) => parquet.WriteAsync(row.Cells!).AsTask().GetAwaiter().GetResult();

        public override void End() => parquet.DisposeAsync().AsTask().GetAwaiter().GetResult();

        /// <summary>A file that did not come to its end has no footer, so that nobody takes it for whole.</summary>
        public override void Dispose() => file.Dispose();
    }
}
