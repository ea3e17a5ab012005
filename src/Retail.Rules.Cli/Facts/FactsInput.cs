using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Retail.Rules.Batch;

namespace Retail.Rules.Cli.Facts;

/// <summary>Facts for a batch: which way a file is read, and in how many threads it is worth judging.</summary>
internal sealed class FactsInput : IDisposable
{
    public const string Json = "json";
    public const string JsonLines = "jsonl";
    public const string Csv = "csv";

    private const string Case = "case";

    /// <summary>Below this, starting threads takes longer than they save.</summary>
    private const long LittleInput = 256 * 1024;

    private readonly InputStream stream;
    private readonly AsOf asOf;
    private readonly string format;

    /// <param name="path">The file; - is standard input.</param>
    /// <param name="format">What it is written as; null for what its ending says.</param>
    /// <param name="asOf">The date, for all facts.</param>
    /// <param name="ruleSets">What is to judge the facts.</param>
    /// <param name="terminal">Where standard input is.</param>
    public FactsInput(string path, string? format, AsOf asOf, IReadOnlyList<RuleSet> ruleSets, Terminal terminal)
    {
        this.asOf = asOf;
        this.format = format ?? FormatOf(path);
        stream = InputStream.Open(path, terminal);
        try
        {
            Facts = Open(ruleSets);
        }
        catch (Exception problem)
        {
            stream.Dispose();
            if (IsOfInput(problem))
                throw Failure(problem);
            throw;
        }
    }

    public FactStream Facts { get; }

    /// <summary>Which part was read; null if nobody knows.</summary>
    public double? Share => stream.Share;

    /// <summary>How to run, given what the user asks for.</summary>
    public BatchOptions Options(int threads)
    {
        if (threads < 0)
            throw new CommandFailure("--threads " + threads.ToString(System.Globalization.CultureInfo.InvariantCulture) + ": is less than none");
        // Values of any size are held whole; lines and rows are bounded by their bytes.
        return new BatchOptions { Threads = threads > 0 ? threads : stream.Size < LittleInput ? 1 : 0, RowsPerBlock = format == Json ? 32 : 256 };
    }

    /// <summary>Whether the file is at fault: it turns out to be something else.</summary>
    public static bool IsOfInput(Exception problem) => problem is InvalidDataException or DecoderFallbackException;

    /// <summary>What to tell then.</summary>
    public CommandFailure Failure(Exception problem) => new(stream.Name + ": " + (problem is DecoderFallbackException ? "is not UTF-8 text" : problem.Message));

    public void Dispose() => stream.Dispose();

    private FactStream Open(IReadOnlyList<RuleSet> ruleSets)
    {
        var reader = new FactsReader(stream, stream.Name, ruleSets);
        return format switch
        {
            Csv => FactStream.FromCsv(new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true)), new CsvOptions
            {
                CaseColumn = ruleSets.SelectMany(FactsReader.InputNames).Contains(Case) ? null : Case,
                Fixed = asOf.Replacement is { } date ? new Dictionary<string, string> { ["asOf"] = date } : new Dictionary<string, string>(),
            }),
            JsonLines => FactStream.FromJsonLines(stream, (row, json) => asOf.Apply(reader.Unwrap(row, json)).ToFactSet()),
            _ => FactStream.FromFactSets(reader.Read().Select(given => asOf.Apply(given with { Json = given.Json.Clone() }).ToFactSet())),
        };
    }

    private static string FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".csv" => Csv,
        ".jsonl" or ".ndjson" => JsonLines,
        _ => Json,
    };
}
