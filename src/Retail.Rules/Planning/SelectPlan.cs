using System.Collections.Generic;
using Retail.Rules.Evaluation;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Planning;

/// <summary>
/// A select: for each candidate its exclusions, and if it has none its score and rank. The result is a record of <c>best</c>, <c>ranking</c>
/// and <c>excluded</c>; the last is a list of records of key, ids and position, which only outputs and reasons read.
/// </summary>
internal sealed class SelectNode : PlanNode
{
    public SelectNode(RuleType type)
        : base(type)
    {
    }

    public required string Name { get; init; }

    public required int ItemSlot { get; init; }

    public required int ScoreSlot { get; init; }

    public required int PreferredSlot { get; init; }

    public required PlanNode Source { get; init; }

    public required PlanNode Key { get; init; }

    /// <summary>The defines of the select, by their index among computed values; computed anew for each candidate.</summary>
    public required IReadOnlyList<ComputedPlan> Defines { get; init; }

    public required IReadOnlyList<ExclusionPlan> Exclusions { get; init; }

    public required IReadOnlyList<ScorePlan> Scores { get; init; }

    public required PlanNode? Prefer { get; init; }

    public required IReadOnlyList<RankPlan> Ranks { get; init; }

    public override Value Evaluate(Frame frame)
    {
        if (frame.IsStopped)
            return Result(frame, frame.Arena.Rent(0), frame.Arena.Rent(0));
        var items = Source.Evaluate(frame).Composite;
        var excluded = frame.Arena.Rent(0);
        var entries = frame.Arena.Rent(items.Count);
        var keys = frame.Arena.Rent(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            Enter(frame, items.Items[i]);
            var key = Key.Evaluate(frame);
            AddKey(frame, keys, key);
            if (FindExclusions(frame) is { } ids)
                Exclude(frame, excluded, key, ids, i);
            else
                Insert(entries, Rank(frame, items.Items[i], key));
        }
        return Result(frame, entries, excluded);
    }

    /// <summary>Makes a candidate the current one.</summary>
    public void Enter(Frame frame, in Value item)
    {
        frame.Step();
        frame.Slots[ItemSlot] = item;
        for (var i = 0; i < Defines.Count; i++)
            frame.Forget(Defines[i].Index);
    }

    /// <summary>The record of best, ranking and excluded from the sorted entries.</summary>
    public static Value Result(Frame frame, Composite entries, Composite excluded)
    {
        var ranking = frame.Arena.Rent(entries.Count);
        for (var i = 0; i < entries.Count; i++)
            ranking.Add(entries.Items[i].Composite.Items[0]);
        var result = frame.Arena.Rent(3);
        result.Add(ranking.Count == 0 ? Value.Unknown : ranking.Items[0]);
        result.Add(new Value(ranking));
        result.Add(new Value(excluded));
        return new Value(result);
    }

    /// <summary>Keeps the key of a candidate. Each key looked at is a step, since candidates may be many.</summary>
    /// <exception cref="EvaluationFault">Another candidate has it.</exception>
    public void AddKey(Frame frame, Composite keys, in Value key)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            frame.Step();
            if (Operations.Same(keys.Items[i], key))
                throw new EvaluationFault(FaultKind.SameKey, "two items of select " + Name + " have the key " + ValuePrinting.Print(key, Key.Type));
        }
        keys.Add(key);
    }

    /// <summary>The ids of all exclusions that hold for the current candidate, as declared; null if none does.</summary>
    private Composite? FindExclusions(Frame frame)
    {
        Composite? ids = null;
        for (var i = 0; i < Exclusions.Count; i++)
        {
            if (Exclusions[i].When.Test(frame))
                ids = Note(frame, ids, i);
        }
        return ids;
    }

    /// <summary>Notes that an exclusion holds, in a list that is made for the first.</summary>
    public static Composite Note(Frame frame, Composite? ids, int exclusion)
    {
        ids ??= frame.Arena.Rent(4);
        ids.Add(new Value((decimal)exclusion));
        return ids;
    }

    public static void Exclude(Frame frame, Composite excluded, in Value key, Composite ids, int position)
    {
        var record = frame.Arena.Rent(3);
        record.Add(key);
        record.Add(new Value(ids));
        record.Add(new Value((decimal)position));
        excluded.Add(new Value(record));
    }

    private Value Rank(Frame frame, in Value item, in Value key)
    {
        var score = default(Value);
        for (var i = 0; i < Scores.Count; i++)
        {
            if (Scores[i].When is null || Scores[i].When!.Test(frame))
                score = Exact.Add(score, Scores[i].Points.Evaluate(frame));
        }
        var ranked = StartRank(frame, item, score, Prefer is not null && Prefer.Test(frame));
        for (var i = 0; i < Ranks.Count; i++)
            ranked.Add(Ranks[i].Value.Evaluate(frame));
        ranked.Add(key);
        return new Value(ranked);
    }

    /// <summary>What is sorted, up to its rank keys: the entry and whether it is preferred. After them comes the key, which settles ties.</summary>
    public Composite StartRank(Frame frame, in Value item, in Value score, bool preferred)
    {
        frame.Slots[ScoreSlot] = score;
        frame.Slots[PreferredSlot] = Value.Of(preferred);

        var entry = frame.Arena.Rent(Defines.Count + 3);
        entry.Add(item);
        for (var i = 0; i < Defines.Count; i++)
            entry.Add(frame.Compute(Defines[i].Index));
        entry.Add(score);
        entry.Add(Value.Of(preferred));

        var ranked = frame.Arena.Rent(Ranks.Count + 3);
        ranked.Add(new Value(entry));
        ranked.Add(Value.Of(preferred));
        return ranked;
    }

    public void Insert(Composite sorted, in Value ranked)
    {
        sorted.Add(ranked);
        var items = sorted.Items;
        var at = sorted.Count - 1;
        for (; at > 0 && Before(ranked.Composite, items[at - 1].Composite); at--)
            items[at] = items[at - 1];
        items[at] = ranked;
    }

    /// <summary>The total order: preferred first, then the rank keys, then the key.</summary>
    private bool Before(Composite left, Composite right)
    {
        if (left.Items[1].Boolean != right.Items[1].Boolean)
            return left.Items[1].Boolean;
        for (var i = 0; i < Ranks.Count; i++)
        {
            var order = Operations.Order(Ranks[i].Value.Type, left.Items[i + 2], right.Items[i + 2]);
            if (order != 0)
                return (order < 0) != Ranks[i].IsDescending;
        }
        return Operations.Order(Key.Type, left.Items[Ranks.Count + 2], right.Items[Ranks.Count + 2]) < 0;
    }
}

internal sealed class ExclusionPlan
{
    public ExclusionPlan(string id, string title, PlanNode when, Explanation.ReasonNode reason)
    {
        Id = id;
        Title = title;
        When = when;
        Reason = reason;
    }

    public string Id { get; }

    public string Title { get; }

    public PlanNode When { get; }

    public Explanation.ReasonNode Reason { get; }
}

internal sealed class ScorePlan
{
    public ScorePlan(PlanNode points, PlanNode? when)
    {
        Points = points;
        When = when;
    }

    public PlanNode Points { get; }

    public PlanNode? When { get; }
}

internal sealed class RankPlan
{
    public RankPlan(PlanNode value, bool isDescending)
    {
        Value = value;
        IsDescending = isDescending;
    }

    public PlanNode Value { get; }

    public bool IsDescending { get; }
}
