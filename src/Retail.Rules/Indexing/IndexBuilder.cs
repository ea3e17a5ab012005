using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
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
        LinearForm? form = null;
        foreach (var part in row.Parts)
        {
            if (part.Test is { } test)
            {
                tests.Add(test);
                continue;
            }
            // A form cannot fault, since its operands do not and its sums are of few and small parts.
            if (part.Form is not null && form is null)
            {
                form = part.Form;
                continue;
            }
            isWhole = false;
            if (part.Form is not null)
                continue;
            // What follows a part that may fault says nothing before that part is judged.
            if (faults.CanFault(part.Rest))
                break;
        }
        drafts.Add(new Draft(drafts.Count, target, isWhole ? clause : -1, effects, tests, form));
    }

    /// <summary>The index; null if it would leave nothing out.</summary>
    public PredicateIndex? Build(int number, IReadOnlyList<IndexOperand> operands)
    {
        foreach (var operand in operands)
            operand.Freeze();
        var text = new StringBuilder();
        var signatures = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var draft in drafts)
            draft.Resolve(text, signatures);
        var groups = new List<IndexGroup>();
        var unindexed = new List<int>();
        foreach (var alike in drafts.GroupBy(draft => draft.Signature, StringComparer.Ordinal))
        {
            var members = alike.ToArray();
            if ((members[0].Tests.Count == 0 && members[0].Form is null) || members.Length < rowsWorthIndexing)
                LeaveOut(members, unindexed);
            else
                groups.Add(GroupOf(members));
        }
        if (groups.Count == 0)
            return null;
        unindexed.Sort();
        foreach (var operand in operands)
            operand.Forget();
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
        var rows = members.Select(member => new GroupRow(member.KeyOf(keys), member.Number, columns.Select(i => member.Columns[i].Range).ToArray(), member.Form)).ToArray();
        Array.Sort(rows, (left, right) => left.Key != right.Key ? left.Key.CompareTo(right.Key) : left.Number.CompareTo(right.Number));
        return new IndexGroup(guards, keys.Select(i => shape[i].Operand).ToArray(), columns.Select(i => shape[i].Operand).ToArray(), columns.Select(i => shape[i].IsNegated).ToArray(), rows);
    }

    /// <summary>A row while the index is made.</summary>
    private sealed class Draft
    {
        private readonly int target;
        private readonly ClausePlan? effects;

        public Draft(int number, int target, int clause, ClausePlan? effects, List<IndexTest> tests, LinearForm? form)
        {
            this.effects = effects;
            Form = form;
            Number = number;
            this.target = target;
            Clause = clause;
            Tests = tests;
        }

        public int Number { get; }

        public int Clause { get; set; }

        /// <summary>What else must hold and can be estimated; null if nothing.</summary>
        public LinearForm? Form { get; }

        /// <summary>In the order in which they are judged.</summary>
        public List<IndexTest> Tests { get; }

        /// <summary>By operand; tests of one operand that all must hold are one column, unless they are negated.</summary>
        public List<Column> Columns { get; } = [];

        /// <summary>What rows of one group have in common.</summary>
        public string Signature { get; private set; } = "";

        public void Resolve(StringBuilder text, Dictionary<string, string> signatures)
        {
            foreach (var test in Tests)
                Take(test);
            text.Clear();
            foreach (var column in Columns)
                text.Append(column.Operand.Number).Append(column.IsNegated ? '!' : column.IsKey ? '=' : '~');
            text.Append(Form?.Signature);
            var signature = text.ToString();
            if (!signatures.TryGetValue(signature, out var same))
                signatures.Add(signature, same = signature);
            Signature = same;
        }

        /// <summary>Puts a test among the columns, which are in the order of the numbers of their operands, those that are negated last.</summary>
        private void Take(IndexTest test)
        {
            var range = test.Range();
            var at = 0;
            for (; at < Columns.Count; at++)
            {
                var column = Columns[at];
                if (column.Operand == test.Operand && !column.IsNegated && !test.IsNegated)
                {
                    Columns[at] = new Column(test.Operand, column.Range.Intersect(range), false);
                    return;
                }
                if (column.Operand.Number > test.Operand.Number || (column.Operand == test.Operand && column.IsNegated && !test.IsNegated))
                    break;
            }
            Columns.Insert(at, new Column(test.Operand, range, test.IsNegated));
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
