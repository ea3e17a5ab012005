using System.Collections.Generic;
using Retail.Rules.Model;
using Retail.Rules.Planning;

namespace Retail.Rules.Indexing;

/// <summary>Makes the indexes of a plan: of its stop rules, of its ordinary rules and of its tables. Used once; not thread-safe.</summary>
internal sealed class RuleIndexes
{
    /// <summary>Fewer are judged as quickly as they are found.</summary>
    public const int DefaultRowsWorthIndexing = 8;

    private readonly EvaluationPlan plan;
    private readonly FaultAnalysis faults;
    private int count;

    private readonly int rowsWorthIndexing;

    private RuleIndexes(EvaluationPlan plan, int rowsWorthIndexing)
    {
        this.rowsWorthIndexing = rowsWorthIndexing;
        this.plan = plan;
        faults = new FaultAnalysis(plan);
    }

    public static void AddTo(EvaluationPlan plan, int rowsWorthIndexing)
    {
        var indexes = new RuleIndexes(plan, rowsWorthIndexing);
        foreach (var computed in plan.Computed)
        {
            if (computed.Body is TableNode table && table.Rows.Count >= rowsWorthIndexing)
                table.Index = indexes.Of(table);
        }
        plan.StopIndex = indexes.Of(RuleKind.Stop);
        plan.OrdinaryIndex = indexes.Of(RuleKind.Ordinary);
        plan.IndexCount = indexes.count;
    }

    private PredicateIndex? Of(RuleKind kind)
    {
        var rows = new ConditionRows(plan, faults);
        var builder = new IndexBuilder(faults, rowsWorthIndexing);
        foreach (var rule in plan.Rules)
        {
            if (rule.Kind == kind)
                Add(rule, rows, builder);
        }
        return Build(rows, builder);
    }

    private static void Add(RulePlan rule, ConditionRows rows, IndexBuilder builder)
    {
        if (rule.Source is not null)
        {
            builder.Add(ConditionRow.Always, rule.Index, -1);
            return;
        }
        var before = rule.OnlyIf is null ? [ConditionRow.Always] : rows.Of(rule.OnlyIf, true);
        for (var clause = 0; clause < rule.Clauses.Count; clause++)
        {
            // Which of several clauses holds first only their judging tells.
            var known = rule.Days is null && rule.Clauses.Count == 1 ? clause : -1;
            foreach (var start in before)
            {
                foreach (var end in rows.Of(rule.Clauses[clause].When, true))
                    builder.Add(start.Then(end), rule.Index, known, rule.Clauses[clause]);
            }
        }
    }

    private PredicateIndex? Of(TableNode table)
    {
        var rows = new ConditionRows(plan, faults);
        var builder = new IndexBuilder(faults, rowsWorthIndexing);
        for (var i = 0; i < table.Rows.Count; i++)
        {
            List<ConditionRow> ways = [ConditionRow.Always];
            for (var column = 0; column < table.Columns.Count; column++)
            {
                if (table.Rows[i].Cells[column] is { } cell)
                    ways = Product(ways, rows.Of(cell, table.Columns[column]), cell, table.Columns[column]);
            }
            foreach (var way in ways)
                builder.Add(way, i, 0);
        }
        return Build(rows, builder);
    }

    private static List<ConditionRow> Product(List<ConditionRow> ways, List<ConditionRow> cell, CellPlan plan, ColumnPlan column)
    {
        if (ways.Count * cell.Count > ConditionRows.MaxRows)
            cell = [ConditionRow.Of(new ConditionPart(new ConditionRows.CellNode(plan, column)))];
        var product = new List<ConditionRow>(ways.Count * cell.Count);
        foreach (var way in ways)
        {
            foreach (var end in cell)
                product.Add(way.Then(end));
        }
        return product;
    }

    private PredicateIndex? Build(ConditionRows rows, IndexBuilder builder)
    {
        var index = builder.Build(count, rows.Operands);
        count += index is null ? 0 : 1;
        return index;
    }
}
