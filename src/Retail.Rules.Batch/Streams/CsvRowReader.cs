using System.Collections.Generic;
using Retail.Rules.Batches;
using Retail.Rules.Evaluation;
using Retail.Rules.Facts;

namespace Retail.Rules.Batch;

/// <summary>Gives rows of cells to a ruleset. Not thread-safe.</summary>
internal sealed class CsvRowReader : RowReader
{
    private readonly List<(int Column, int Slot, string Name, CellReader Cells, bool IsRepeated)> columns = [];
    private readonly List<(int Slot, string Name, CellReader Cells, string Text)> shared = [];
    private readonly int caseColumn;

    public CsvRowReader(CsvStream csv, RuleSet ruleSet)
    {
        caseColumn = csv.CaseColumn;
        var named = new HashSet<int>();
        for (var i = 0; i < csv.Names.Count; i++)
        {
            if (!csv.Fixed.ContainsKey(csv.Names[i]) && ruleSet.Schema.Find(csv.Names[i]) is { IsRead: true } input)
                columns.Add((i, input.Slot, input.Name, new CellReader(ruleSet, input.Type), !named.Add(input.Slot)));
        }
        foreach (var (name, text) in csv.Fixed)
        {
            if (ruleSet.Schema.Find(name) is { IsRead: true } input)
                shared.Add((input.Slot, name, new CellReader(ruleSet, input.Type), text));
        }
    }

    public override void Judge(FactBlock block, int row, Judgement judgement)
    {
        var cells = (CsvBlock)block;
        if (cells.ProblemOf(row) is { } problem)
            judgement.JudgeFrom(new RefusedRow(problem));
        else
            judgement.JudgeFrom(new Row(this, cells, row));
    }

    private void Read(CsvBlock block, int row, Frame frame)
    {
        var log = frame.FactLog;
        foreach (var (column, slot, name, cells, isRepeated) in columns)
        {
            log.Enter(name);
            if (isRepeated)
                FactProblems.RefuseRepetition(log);
            frame.Give(slot, cells.Read(block.Cell(row, column), frame));
            log.Leave();
        }
        foreach (var (slot, name, cells, text) in shared)
        {
            log.Enter(name);
            frame.Give(slot, cells.Read(text, frame));
            log.Leave();
        }
    }

    private readonly struct Row(CsvRowReader reader, CsvBlock block, int row) : IFactSource
    {
        public string? Case => reader.caseColumn < 0 || block.Cell(row, reader.caseColumn) is not { Length: > 0 } name ? null : name.ToString();

        public void Read(RuleSet ruleSet, Frame frame) => reader.Read(block, row, frame);
    }
}
