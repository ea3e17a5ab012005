using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Retail.Rules.Batches;

namespace Retail.Rules.Batch;

/// <summary>Facts from JSON Lines. Reading only splits lines; the threads that judge parse them.</summary>
internal sealed class JsonLineStream : FactStream
{
    /// <summary>A block with so many bytes takes no more lines, so that long lines do not multiply.</summary>
    private const int FullBlock = 1 << 20;

    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, MaxDepth = 128 };

    private readonly LineReader lines;
    private readonly Func<long, JsonElement, FactSet>? unwrap;
    private ExceptionDispatchInfo? failure;
    private long taken;

    public JsonLineStream(Stream json, Func<long, JsonElement, FactSet>? unwrap)
    {
        lines = new LineReader(json);
        this.unwrap = unwrap;
    }

    internal override FactBlock CreateBlock(int rows) => new Block(rows, unwrap);

    internal override bool Read(FactBlock block)
    {
        failure?.Throw();
        var target = (Block)block;
        target.Clear();
        target.Before = taken;
        try
        {
            while (!target.IsFull && lines.TryRead(out var line))
            {
                if (line.ContainsAnyExcept(" \t\r"u8))
                    target.Add(line, lines.Number);
            }
        }
        catch (Exception thrown) when (target.Count > 0)
        {
            failure = ExceptionDispatchInfo.Capture(thrown);
        }
        taken += target.Count;
        return target.Count > 0;
    }

    internal override RowReader Bind(RuleSet ruleSet) => Reader.Instance;

    private sealed class Block : FactBlock
    {
        private readonly int rows;
        private readonly Func<long, JsonElement, FactSet>? unwrap;
        private readonly List<(int Start, int Length, long Line)> ranges = [];
        private byte[] bytes = new byte[16 * 1024];
        private int length;
        private JsonDocument? document;

        public Block(int rows, Func<long, JsonElement, FactSet>? unwrap)
        {
            this.rows = rows;
            this.unwrap = unwrap;
        }

        /// <summary>The facts of the open row; null if its line is no JSON.</summary>
        public FactSet? Facts { get; private set; }

        /// <summary>Why the open row has no facts.</summary>
        public string Problem { get; private set; } = "";

        public bool IsFull => Count == rows || length >= FullBlock;

        public void Clear()
        {
            ranges.Clear();
            length = Count = 0;
        }

        public void Add(ReadOnlySpan<byte> line, long number)
        {
            if (bytes.Length - length < line.Length)
                Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + line.Length));
            line.CopyTo(bytes.AsSpan(length));
            ranges.Add((length, line.Length, number));
            length += line.Length;
            Count++;
        }

        public override void Open(int row)
        {
            var (start, count, line) = ranges[row];
            try
            {
                document = JsonDocument.Parse(bytes.AsMemory(start, count), Options);
            }
            catch (JsonException problem)
            {
                Facts = null;
                Problem = FormattableString.Invariant($"line {line} is not JSON: ") + WithoutPlace(problem.Message);
                return;
            }
            Facts = unwrap is null ? FactSet.FromJson(document.RootElement) : unwrap(Before + row + 1, document.RootElement);
        }

        public override void Close()
        {
            document?.Dispose();
            (document, Facts) = (null, null);
        }

        /// <summary>The parser's words, without the place, which it counts within the line, and without its advice to programmers.</summary>
        private static string WithoutPlace(string message)
        {
            foreach (var end in (ReadOnlySpan<string>)[" LineNumber:", " Change the reader options"])
            {
                if (message.IndexOf(end, StringComparison.Ordinal) is >= 0 and var at)
                    message = message[..at];
            }
            return message.TrimEnd('.');
        }
    }

    private sealed class Reader : RowReader
    {
        public static readonly Reader Instance = new();

        public override void Judge(FactBlock block, int row, Judgement judgement)
        {
            var open = (Block)block;
            if (open.Facts is { } facts)
                judgement.Judge(facts);
            else
                judgement.JudgeFrom(new RefusedRow(open.Problem));
        }
    }
}
