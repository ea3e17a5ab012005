using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Planning;

namespace Retail.Rules.Indexing;

/// <summary>Makes one index of the rows of conditions. Used once; not thread-safe.</summary>
internal sealed class IndexBuilder
{
    private readonly FaultAnalysis faults;
    private readonly List<Draft> drafts = [];

    /// <summary>Fewer rows of one kind than this are judged as quickly as they are found.</summary>
    private readonly int rowsWorthIndexing;

    public IndexBuilder(FaultAnalysis faults, int rowsWorthIndexing)
    {
        this.faults = faults;
        this.rowsWorthIndexing = rowsWorthIndexing;
    }

    /// <summary>Adds a row.</summary>
    /// <param name="row">What must hold.</param>
    /// <param name="target">The rule or row of the table.</param>
    /// <param name="clause">The clause that holds if the row does; -1 if the target must be judged whatever the row says.</param>
    /// <param name="effects">The clause of a rule, if there is one.</param>
    public void Add(ConditionRow row, int target, int clause, ClausePlan? effects = null)
    {
        var tests = new List<IndexTest>();
        var isWhole = true;
        foreach (var part in row.Parts)
        {
            if (part.Test is { } test)
            {
                tests.Add(test);
                continue;
            }
            isWhole = false;
            // What follows a part that may fault says nothing before that part is judged.
            if (faults.CanFault(part.Rest))
                break;
        }
        drafts.Add(new Draft(drafts.Count, target, isWhole ? clause : -1, effects, tests));
    }

    /// <summary>The index; null if it would leave nothing out.</summary>
    public PredicateIndex? Build(int number, IReadOnlyList<IndexOperand> operands)
    {
        foreach (var operand in operands)
            operand.Freeze();
        foreach (var draft in drafts)
            draft.Resolve();
        var groups = new List<IndexGroup>();
        var unindexed = new List<int>();
        foreach (var alike in drafts.GroupBy(draft => draft.Signature, StringComparer.Ordinal))
        {
            var members = alike.ToArray();
            if (members[0].Tests.Count == 0 || members.Length < rowsWorthIndexing)
                LeaveOut(members, unindexed);
            else
                groups.Add(GroupOf(members));
        }
        if (groups.Count == 0)
            return null;
        unindexed.Sort();
        return new PredicateIndex(number, operands, [.. groups], [.. unindexed], drafts.Select(draft => draft.ToRow()).ToArray());
    }

    /// <summary>Rows that no group holds are judged, whatever is known about them.</summary>
    private static void LeaveOut(Draft[] members, List<int> unindexed)
    {
        foreach (var draft in members)
        {
            draft.Clause = -1;
            unindexed.Add(draft.Number);
        }
    }

    private static IndexGroup GroupOf(Draft[] members)
    {
        var shape = members[0].Columns;
        var keys = new List<int>();
        var room = ulong.MaxValue >> 1;
        for (var i = 0; i < shape.Count; i++)
        {
            var codes = (ulong)shape[i].Operand.LastCode + 1;
            if (!shape[i].IsKey || codes > room)
                continue;
            room /= codes;
            keys.Add(i);
        }
        var columns = Enumerable.Range(0, shape.Count).Where(i => !keys.Contains(i)).ToArray();
        var guards = members.SelectMany(member => member.GuardsOf(keys)).Distinct().ToArray();
        var rows = members.Select(member => new GroupRow(member.KeyOf(keys), member.Number, columns.Select(i => member.Columns[i].Range).ToArray())).ToArray();
        Array.Sort(rows, (left, right) => left.Key != right.Key ? left.Key.CompareTo(right.Key) : left.Number.CompareTo(right.Number));
        return new IndexGroup(guards, keys.Select(i => shape[i].Operand).ToArray(), columns.Select(i => shape[i].Operand).ToArray(), columns.Select(i => shape[i].IsNegated).ToArray(), rows);
    }

    /// <summary>A row while the index is made.</summary>
    private sealed class Draft
    {
        private readonly int target;
        private readonly ClausePlan? effects;

        public Draft(int number, int target, int clause, ClausePlan? effects, List<IndexTest> tests)
        {
            this.effects = effects;
            Number = number;
            this.target = target;
            Clause = clause;
            Tests = tests;
        }

        public int Number { get; }

        public int Clause { get; set; }

        /// <summary>In the order in which they are judged.</summary>
        public List<IndexTest> Tests { get; }

        /// <summary>By operand; tests of one operand that all must hold are one column, unless they are negated.</summary>
        public List<Column> Columns { get; private set; } = [];

        /// <summary>What rows of one group have in common.</summary>
        public string Signature { get; private set; } = "";

        public void Resolve()
        {
            foreach (var test in Tests)
            {
                var range = test.Range();
                var at = test.IsNegated ? -1 : Columns.FindIndex(column => column.Operand == test.Operand && !column.IsNegated);
                if (at < 0)
                    Columns.Add(new Column(test.Operand, range, test.IsNegated));
                else
                    Columns[at] = new Column(test.Operand, Columns[at].Range.Intersect(range), false);
            }
            Columns = Columns.OrderBy(column => column.Operand.Number).ThenBy(column => column.IsNegated).ToList();
            Signature = string.Concat(Columns.Select(column => (char)column.Operand.Number + (column.IsNegated ? "!" : column.IsKey ? "=" : "~")));
        }

        public IndexRow ToRow() => new(target, (short)Clause, effects?.Verdict ?? Verdict.Approve, Clause >= 0 && effects?.IsPlain == true);

        public ulong KeyOf(List<int> keys)
        {
            var key = 0ul;
            foreach (var i in keys)
                key = (key * ((ulong)Columns[i].Operand.LastCode + 1)) + (ulong)Columns[i].Range.First;
            return key;
        }

        /// <summary>Operands that may fault and are judged before one of the keys.</summary>
        public IEnumerable<IndexOperand> GuardsOf(List<int> keys)
        {
            var lastKey = Tests.FindLastIndex(test => keys.Exists(i => Columns[i].Operand == test.Operand));
            return Tests.Take(lastKey + 1).Select(test => test.Operand).Where(operand => operand.CanFault);
        }
    }

    private readonly struct Column
    {
        public Column(IndexOperand operand, CodeRange range, bool isNegated)
        {
            Operand = operand;
            Range = range;
            IsNegated = isNegated;
        }

        public IndexOperand Operand { get; }

        public CodeRange Range { get; }

        public bool IsNegated { get; }

        /// <summary>Whether it asks for one constant.</summary>
        public bool IsKey => !IsNegated && Range.IsPoint && Operand.IsConstant(Range.First);
    }
}
