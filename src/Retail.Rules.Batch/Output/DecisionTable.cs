using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using Retail.Rules.Planning;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Batch;

/// <summary>
/// Decisions of one ruleset as rows of a table: row, case, verdict, rules, approvers, missing, problems, then an output a column. Names that a
/// cell holds several of are separated by blanks, problems by semicolons; lists and records are JSON. Immutable and thread-safe.
/// </summary>
public sealed class DecisionTable
{
    private static readonly string[] Fixed = ["row", "case", "verdict", "rules", "approvers", "missing", "problems"];

    private readonly EvaluationPlan plan;
    private readonly DecisionColumn[] columns;

    /// <summary>Finds the columns of a ruleset.</summary>
    /// <param name="ruleSet">The ruleset.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ruleSet"/> is null.</exception>
    public DecisionTable(RuleSet ruleSet)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        plan = ruleSet.Plan;
        columns = [.. Fixed.Select(name => new DecisionColumn(name, CellKind.Text, 0)), .. plan.Outputs.Select(ColumnOf)];
        columns[0] = new DecisionColumn(Fixed[0], CellKind.Row, 0);
        Columns = [.. columns.Select(column => column.Name)];
    }

    /// <summary>The names of the columns; an output that is called as one of the others has the name <c>outputs.NAME</c>.</summary>
    public IReadOnlyList<string> Columns { get; }

    internal IReadOnlyList<DecisionColumn> Kinds => columns;

    /// <summary>Takes a row of the table from a judgement; to be given to a batch.</summary>
    /// <param name="row">The row's number.</param>
    /// <param name="judgement">The row, judged by the table's ruleset.</param>
    /// <returns>The row.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="judgement"/> is null.</exception>
    public DecisionRow Read(long row, Judgement judgement)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        var problems = judgement.HasProblems ? judgement.ToDecision().Problems : [];
        var cells = new object?[columns.Length];
        cells[0] = row;
        cells[1] = judgement.Case;
        cells[2] = judgement.Verdict?.ToName();
        cells[3] = Joined(Rules(judgement));
        cells[4] = Joined(judgement.Approvers);
        cells[5] = Joined(judgement.Missing);
        cells[6] = problems.Count == 0 ? null : string.Join("; ", problems.Select(problem => problem.Path.Length == 0 ? problem.Message : problem.Path + ": " + problem.Message));
        for (var i = 0; i < plan.Outputs.Count; i++)
        {
            if (judgement.HasOutput(i))
                cells[Fixed.Length + i] = Cell(judgement, i, columns[Fixed.Length + i].Kind);
        }
        return new DecisionRow(cells, judgement.Verdict, problems, [.. judgement.Frame.FactLog.Warnings]);
    }

    private static DecisionColumn ColumnOf(OutputPlan output)
    {
        var kind = output.Exclusions is not null ? CellKind.Text : output.Value.Type.Kind switch
        {
            // Money in another currency is an amount with it.
            TypeKind.Number or TypeKind.Percent => CellKind.Number,
            TypeKind.Money when output.Value.Type.Currency is null => CellKind.Number,
            TypeKind.Boolean => CellKind.Boolean,
            TypeKind.Date => CellKind.Date,
            TypeKind.Instant => CellKind.Instant,
            _ => CellKind.Text,
        };
        return new DecisionColumn(Fixed.Contains(output.Name) ? "outputs." + output.Name : output.Name, kind, output.Places);
    }

    private static object? Cell(Judgement judgement, int output, CellKind kind) => kind == CellKind.Number
        ? Exact.WithoutTrailingZeros(judgement.NumberOf(output)!.Value)
        : judgement.ValueOf(output) switch
        {
            TimeSpan duration => XmlConvert.ToString(duration),
            DecisionRecord record => Json(record),
            IReadOnlyList<object> list => Json(list),
            var single => single,
        };

    private static IEnumerable<string> Rules(Judgement judgement)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < judgement.FiringCount; i++)
            ids.Add(judgement.RuleOf(i));
        return ids;
    }

    private static string? Joined(IEnumerable<string> names) => string.Join(' ', names) is { Length: > 0 } joined ? joined : null;

    private static string Json(object value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
            DecisionJson.WriteValue(json, value);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}

/// <summary>What the cells of a column hold, if anything.</summary>
internal enum CellKind
{
    Row,
    Text,
    Number,
    Boolean,
    Date,
    Instant,
}

/// <summary>A column of a table of decisions.</summary>
internal sealed record DecisionColumn(string Name, CellKind Kind, int Places);
