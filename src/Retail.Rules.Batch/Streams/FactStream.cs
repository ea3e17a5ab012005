using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Threading;
using Apache.Arrow;

namespace Retail.Rules.Batch;

/// <summary>
/// The facts of many rows, read once and in blocks, so that a source of any length takes little memory. What a row says that cannot be used,
/// or is not even readable, makes its decision incomplete; no row is lost. Not thread-safe: give it to one batch, which reads it as it needs.
/// </summary>
public abstract class FactStream
{
    private int isTaken;

    private protected FactStream()
    {
    }

    /// <summary>
    /// Facts from JSON Lines: a JSON object on each line, UTF-8. Lines are parsed by the threads that judge; blank ones are skipped, and a line
    /// that is no JSON is a row that cannot be used, with the line's number.
    /// </summary>
    /// <param name="json">The lines; stays open.</param>
    /// <param name="unwrap">Makes facts of a row's number and its JSON, for lines that hold more than facts; on any thread. Null if lines are facts.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static FactStream FromJsonLines(Stream json, Func<long, JsonElement, FactSet>? unwrap = null) =>
        new JsonLineStream(json ?? throw new ArgumentNullException(nameof(json)), unwrap);

    /// <summary>
    /// Facts from any sequence of them. Several are held before they are judged, so that they must not depend on what comes after them, as those
    /// of <see cref="FactSet.ReadJson"/> do, which live until the next is read.
    /// </summary>
    /// <param name="facts">The facts; enumerated once, by one thread at a time.</param>
    /// <returns>The facts. What the sequence throws is thrown after the rows before it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    public static FactStream FromFactSets(IEnumerable<FactSet> facts) => new FactSetStream(facts ?? throw new ArgumentNullException(nameof(facts)));

    /// <summary>Facts from JSON values that follow each other or stand in an array, as <see cref="JsonValueReader"/> reads them.</summary>
    /// <param name="json">UTF-8; stays open.</param>
    /// <returns>The facts. Where the text is not JSON, a <see cref="JsonException"/> is thrown after the rows before it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static FactStream FromJson(Stream json) => new FactSetStream(JsonValues.Read(new JsonValueReader(json)));

    /// <summary>
    /// Facts from CSV (RFC 4180): a header with the names of facts, then a row of cells on each line. Cells are written as texts in JSON are; true
    /// and false in any case are booleans; lists and records are JSON in a cell; empty is absent.
    /// </summary>
    /// <param name="csv">The text, whose header is read at once; stays open.</param>
    /// <param name="options">The delimiter, and facts that all rows share; null for the defaults.</param>
    /// <returns>
    /// The facts. A row with another number of cells than the header is one that cannot be used, with its number; where quotes are wrong, so that
    /// nobody knows where rows end, an <see cref="InvalidDataException"/> is thrown after the rows before it.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="csv"/> is null.</exception>
    /// <exception cref="InvalidDataException">There is no header.</exception>
    public static FactStream FromCsv(TextReader csv, CsvOptions? options = null) =>
        new CsvStream(csv ?? throw new ArgumentNullException(nameof(csv)), options ?? CsvOptions.Default);

    /// <summary>
    /// Facts from columns. Numbers, percents and money are decimals or whole numbers; dates Date32 or Date64; instants timestamps with a zone;
    /// durations durations; records structs; lists lists; texts and enum members strings, plain or by dictionary, which also stand for anything
    /// that a JSON text does. Null is absent. A column of doubles is refused, since they are not exact.
    /// </summary>
    /// <param name="schema">The names and types of the columns.</param>
    /// <param name="batches">The batches, which must live until the rows after them are done; enumerated by one thread at a time.</param>
    /// <returns>The facts. A batch of another schema throws <see cref="InvalidDataException"/> after the rows before it.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static FactStream FromColumns(Schema schema, IEnumerable<RecordBatch> batches) =>
        new ColumnStream(schema ?? throw new ArgumentNullException(nameof(schema)), batches ?? throw new ArgumentNullException(nameof(batches)));

    /// <summary>
    /// What a ruleset cannot use of the columns, before any row is read: columns that it does not know, and those whose type does not fit. Rows
    /// are judged all the same, incomplete where a column that is needed does not fit.
    /// </summary>
    /// <param name="ruleSet">The ruleset.</param>
    /// <returns>A problem a column, in their order; none for sources without columns.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ruleSet"/> is null.</exception>
    public IReadOnlyList<DecisionProblem> Check(RuleSet ruleSet) => FindProblems(ruleSet ?? throw new ArgumentNullException(nameof(ruleSet)));

    private protected virtual IReadOnlyList<DecisionProblem> FindProblems(RuleSet ruleSet) => [];

    /// <summary>An empty block.</summary>
    internal abstract FactBlock CreateBlock(int rows);

    /// <summary>Fills a block; false at the end. One thread at a time.</summary>
    internal abstract bool Read(FactBlock block);

    /// <summary>Nothing more is read, be the end reached or not.</summary>
    internal virtual void End()
    {
    }

    /// <summary>What gives the rows to a ruleset; one for each ruleset and thread.</summary>
    internal abstract RowReader Bind(RuleSet ruleSet);

    /// <exception cref="InvalidOperationException">Another batch has read it.</exception>
    internal void Take()
    {
        if (Interlocked.Exchange(ref isTaken, 1) != 0)
            throw new InvalidOperationException("the facts were read before; make a new stream of them");
    }
}
