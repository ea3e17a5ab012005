using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.ExceptionServices;
using Retail.Rules.Facts;
using Sylvan.Data.Csv;

namespace Retail.Rules.Batch;

/// <summary>Facts from CSV. Reading only splits rows into cells; the threads that judge read what is in them.</summary>
internal sealed class CsvStream : FactStream
{
    private const int LongestRow = 1 << 26;

    private readonly CsvDataReader csv;
    private readonly CsvOptions options;
    private ExceptionDispatchInfo? failure;
    private long taken;

    public CsvStream(TextReader text, CsvOptions options)
    {
        this.options = options;
        csv = Open(text, new CsvDataReaderOptions
        {
            Delimiter = options.Delimiter,
            HasHeaders = true,
            HeaderComparer = StringComparer.Ordinal,
            ResultSetMode = ResultSetMode.SingleResult,
            // The reader skips comments and cannot be told not to: with a sign that is no character, and an end if it comes all the same, no row is lost.
            Comment = '\uFFFF',
            CommentHandler = new Action<string>(_ => throw new InvalidDataException("a row begins with U+FFFF, which is no character")),
            MaxBufferSize = LongestRow,
            OwnsReader = false,
        });
        Names = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetName)];
        CaseColumn = options.CaseColumn is { } name ? IndexOf(name) : -1;
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The position of the column with names for rows; -1 if there is none.</summary>
    public int CaseColumn { get; }

    public IReadOnlyDictionary<string, string> Fixed => options.Fixed;

    internal override FactBlock CreateBlock(int rows) => new CsvBlock(rows, Names.Count);

    internal override bool Read(FactBlock block)
    {
        failure?.Throw();
        var target = (CsvBlock)block;
        target.Clear();
        target.Before = taken;
        try
        {
            while (!target.IsFull && csv.Read())
                ReadRow(target);
        }
        catch (Exception thrown)
        {
            var wrapped = thrown is CsvFormatException or CsvRecordTooLargeException
                ? new InvalidDataException(FormattableString.Invariant($"row {taken + target.Count + 1} is not CSV: ") + thrown.Message, thrown)
                : thrown;
            failure = ExceptionDispatchInfo.Capture(wrapped);
            if (target.Count == 0)
                failure.Throw();
        }
        taken += target.Count;
        return target.Count > 0;
    }

    internal override RowReader Bind(RuleSet ruleSet) => new CsvRowReader(this, ruleSet);

    private protected override IReadOnlyList<DecisionProblem> FindProblems(RuleSet ruleSet)
    {
        var log = new FactLog();
        for (var i = 0; i < Names.Count; i++)
        {
            if (i != CaseColumn && ruleSet.Schema.Find(Names[i]) is null)
                FactProblems.WarnUnknown(Names[i], ruleSet.Schema.Inputs.Select(input => input.Name), log);
        }
        return log.Warnings;
    }

    private static CsvDataReader Open(TextReader text, CsvDataReaderOptions options)
    {
        try
        {
            return CsvDataReader.Create(text, options);
        }
        catch (Exception problem) when (problem is CsvMissingHeadersException or CsvFormatException or CsvRecordTooLargeException)
        {
            throw new InvalidDataException("there is no header with the names of facts", problem);
        }
    }

    /// <summary>Takes over a row; a blank line is none, unless there is only one column.</summary>
    private void ReadRow(CsvBlock target)
    {
        var found = csv.RowFieldCount;
        if (found == 1 && Names.Count > 1 && csv.GetFieldSpan(0).IsEmpty)
            return;
        if (found != Names.Count)
        {
            target.Refuse(FormattableString.Invariant($"row {taken + target.Count + 1} has {found} cells and the header {Names.Count}"));
            return;
        }
        for (var i = 0; i < found; i++)
            target.Add(csv.GetFieldSpan(i));
        target.EndRow();
    }

    private int IndexOf(string name)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Names[i] == name)
                return i;
        }
        return -1;
    }
}
