using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Binding;
using Retail.Rules.Model;
using Retail.Rules.Types;

namespace Retail.Rules.Analysis;

/// <summary>
/// Shows of every rule that a score never makes the decision better: it compares the decision with the score to the one without, all other facts
/// being the same, and follows what each rule may come to in both. What cannot be computed with the score counts as worst. One per score; not thread-safe.
/// </summary>
internal sealed class ScoreAnalysis
{
    /// <summary>No clause fires.</summary>
    private const int NotFired = -1;

    /// <summary>The rule cannot be judged.</summary>
    private const int Faulted = -2;

    /// <summary>Not decided by the clauses so far.</summary>
    private const int Open = -3;

    private readonly DefineSymbol score;
    private readonly BoundRuleSet bound;
    private readonly StructuralKeys keys = new();
    private readonly ShiftAnalysis shifts;
    private readonly RuleWeights weights;
    private readonly RuleCovers covers;
    private readonly OutcomeShifts outcome = new();
    private readonly List<ScoreFinding> findings = [];

    private ScoreAnalysis(BoundRuleSet bound, DefineSymbol score)
    {
        this.bound = bound;
        this.score = score;
        shifts = new ShiftAnalysis(score, keys);
        weights = new RuleWeights(keys);
        covers = new RuleCovers(bound.Rules, shifts, weights, keys);
    }

    /// <summary>What is wrong with the rules that read a score, at most one finding a rule.</summary>
    public static IReadOnlyList<ScoreFinding> Analyze(BoundRuleSet bound, DefineSymbol score)
    {
        var analysis = new ScoreAnalysis(bound, score);
        foreach (var input in bound.Inputs)
            analysis.Judge(input);
        foreach (var rule in bound.Rules.Where(rule => rule.Syntax.Kind != RuleKind.Final))
            analysis.Judge(rule);
        analysis.shifts.Outcome = analysis.outcome;
        foreach (var rule in bound.Rules.Where(rule => rule.Syntax.Kind == RuleKind.Final))
            analysis.Judge(rule);
        foreach (var output in bound.Outputs)
            analysis.Judge(output);
        return analysis.findings;
    }

    /// <summary>A fact that is required without the score and not with it.</summary>
    private void Judge(InputSymbol input)
    {
        if (input.RequiredWhen is not { } condition || !input.IsRead)
            return;
        var pairs = shifts.Condition(condition);
        if (pairs.Has(WorldState.True, WorldState.False) || pairs.Has(WorldState.Fault, WorldState.False))
            Find(Kind(pairs, ScoreFault.Loosens, WorldState.True, WorldState.False), input.Syntax.RequiredWhen!, input.Name, [condition], "`" + input.Name + "` being required");
    }

    /// <summary>An output that cannot be computed makes the decision incomplete, which a score must not keep from being seen.</summary>
    private void Judge(BoundOutput output)
    {
        var condition = output.OnlyIf is null ? Pairs.Holds : shifts.Condition(output.OnlyIf);
        var value = output.OnlyIf is null ? shifts.Of(output.Value) : shifts.Under(output.OnlyIf, () => shifts.Of(output.Value));
        var pairs = condition.Combine(value.Pairs, (first, second) => first == WorldState.True ? second : first);
        if (output.OutcomePath is null && pairs.All().Any(pair => pair.Without == WorldState.Fault && pair.With != WorldState.Fault))
            Find(ScoreFault.MayLoosen, output.Syntax.Name, output.Name, [output.OnlyIf, output.Value], "output `" + output.Name + "`");
    }

    private void Judge(BoundRule rule)
    {
        if (ScorePath.Of(Parts(rule), score) is null && rule.Syntax.Kind != RuleKind.Final)
        {
            outcome.Add(rule.Syntax.Id.Text, Pairs.Same(WorldState.False, WorldState.True), isMoved: false, Moves.Same);
            return;
        }
        var source = rule.Source is null ? null : shifts.Of(rule.Source);
        if (rule.Item is not null)
            shifts.Enter(rule.Item, source!);
        var onlyIf = rule.OnlyIf is null ? Pairs.Holds : shifts.Condition(rule.OnlyIf);
        var conditions = rule.Clauses.Select(clause => shifts.Condition(clause.When)).ToArray();
        var ends = Ends(source, onlyIf, conditions);
        var failing = ends.Where(end => !IsNoBetter(rule, end.Without, end.With) && !IsCovered(rule, end.Without, end.With)).ToArray();
        if (failing.Length > 0)
            Find(rule, source, onlyIf, conditions, failing);
        else
            JudgeEffects(rule);
        Note(rule, ends, failing.Length > 0);
    }

    /// <summary>What a rule may come to without and with the score: the clause that fires, none, or a fault.</summary>
    private static IReadOnlyCollection<(int Without, int With)> Ends(Shift? source, Pairs onlyIf, IReadOnlyList<Pairs> conditions)
    {
        var ends = new HashSet<(int Without, int With)>();
        foreach (var (without, with) in onlyIf.All())
            ends.Add((Start(without), Start(with)));
        for (var i = 0; i < conditions.Count; i++)
        {
            var next = new HashSet<(int, int)>();
            foreach (var (without, with) in ends)
            {
                if (without != Open && with != Open)
                    next.Add((without, with));
                else
                {
                    foreach (var (first, second) in conditions[i].All())
                        next.Add((Next(without, first, i), Next(with, second, i)));
                }
            }
            ends = next;
        }
        ends = new HashSet<(int, int)>(ends.Select(end => (Closed(end.Without), Closed(end.With))));
        return source is null ? ends : OfItems(source, ends);

        static int Start(WorldState onlyIf) => onlyIf switch { WorldState.True => Open, WorldState.Fault => Faulted, _ => NotFired };

        static int Next(int end, WorldState condition, int clause) => end != Open ? end : condition switch
        {
            WorldState.True => clause,
            WorldState.Fault => Faulted,
            _ => Open,
        };

        static int Closed(int end) => end == Open ? NotFired : end;
    }

    /// <summary>Items that only one world has, and lists that cannot be computed.</summary>
    private static IReadOnlyCollection<(int Without, int With)> OfItems(Shift source, HashSet<(int Without, int With)> ends)
    {
        var all = new HashSet<(int, int)>(ends);
        foreach (var (without, with) in ends)
        {
            if ((source.Moves & Moves.Lower) != 0)
                all.Add((without, NotFired));
            if ((source.Moves & Moves.Higher) != 0)
                all.Add((NotFired, with));
            if (source.Pairs.Has(WorldState.Fault, WorldState.True))
                all.Add((Faulted, with));
            if (source.Pairs.Has(WorldState.True, WorldState.Fault))
                all.Add((without, Faulted));
        }
        if (source.Pairs.Has(WorldState.Fault, WorldState.True))
            all.Add((Faulted, NotFired));
        return all;
    }

    private bool IsNoBetter(BoundRule rule, int without, int with)
    {
        if (without == with || with == Faulted)
            return true;
        var clause = ClauseAt(rule, with);
        if (rule.Syntax.Kind == RuleKind.Stop)
            return IsStopNoBetter(rule, without, clause);
        if (without == Faulted)
            return RuleWeights.VerdictOf(clause) >= Verdict.Incomplete;
        return weights.IsAsHeavy(clause, ClauseAt(rule, without));
    }

    /// <summary>A stop rule that fires keeps all others from being judged, so that firing may be better than not, and not firing than firing.</summary>
    private bool IsStopNoBetter(BoundRule rule, int without, BoundClause? clause)
    {
        if (without == NotFired)
            return RuleWeights.VerdictOf(clause) == Verdict.Reject;
        if (without == Faulted)
            return clause is not null && RuleWeights.VerdictOf(clause) >= Verdict.Incomplete;
        return weights.IsAsHeavy(clause, ClauseAt(rule, without));
    }

    private static BoundClause? ClauseAt(BoundRule rule, int end) => end >= 0 ? rule.Clauses[end] : null;

    /// <summary>Whether another rule is as heavy wherever a clause no longer holds with the score.</summary>
    private bool IsCovered(BoundRule rule, int without, int with) =>
        rule.Syntax.Kind == RuleKind.Ordinary && without >= 0 && (with == NotFired || with > without) && rule.Item is null && covers.IsCovered(rule, without);

    /// <summary>Who must sign and when, of a clause that fires in both worlds.</summary>
    private void JudgeEffects(BoundRule rule)
    {
        foreach (var effect in rule.Clauses.SelectMany(clause => clause.Effects))
        {
            var isLater = effect.Within is { } time && (shifts.Of(time).Moves & Moves.Higher) != 0;
            var moved = isLater ? effect.Within : effect.Roles.FirstOrDefault(role => shifts.Of(role).IsMoved);
            if (moved is null)
                continue;
            Find(ScoreFault.MayLoosen, effect.Syntax, rule.Syntax.Id.Text, [moved], "rule `" + rule.Syntax.Id.Text + "`");
            return;
        }
    }

    private void Note(BoundRule rule, IReadOnlyCollection<(int Without, int With)> ends, bool isReported)
    {
        if (rule.Syntax.Kind == RuleKind.Final)
            return;
        // What has been reported is taken as mended, so that final rules are not reported for it too.
        var counted = ends.Where(end => !isReported || IsNoBetter(rule, end.Without, end.With)).ToArray();
        var firing = counted.Aggregate(Pairs.None, (found, end) => found | Pairs.Of(Fires(end.Without), Fires(end.With)));
        var signers = Moves.Same;
        foreach (var (without, with) in counted.Where(end => end.Without != end.With && end.With != Faulted))
        {
            var (before, after) = (ClauseAt(rule, without), ClauseAt(rule, with));
            signers |= weights.HasSigners(after, before) || IsCovered(rule, without, with) ? Moves.Same : Moves.Lower;
            signers |= weights.HasAnySigner(after) ? Moves.Higher : Moves.Same;
        }
        if (rule.Clauses.SelectMany(clause => clause.Effects).SelectMany(effect => effect.Roles).Any(role => shifts.Of(role).IsMoved))
            signers |= Moves.Any;
        outcome.Add(rule.Syntax.Id.Text, firing, counted.Any(end => end.Without != end.With), signers);
    }

    private static WorldState Fires(int end) => end == NotFired ? WorldState.False : WorldState.True;

    private void Find(BoundRule rule, Shift? source, Pairs onlyIf, IReadOnlyList<Pairs> conditions, IReadOnlyList<(int Without, int With)> failing)
    {
        var id = rule.Syntax.Id.Text;
        var found = failing.Select(Classify).OrderBy(finding => finding.Fault == ScoreFault.MayLoosen).ThenBy(finding => finding.Node.Span.Start).First();
        findings.Add(found);

        ScoreFinding Classify((int Without, int With) end)
        {
            var (without, with) = end;
            if (rule.Syntax.Kind == RuleKind.Stop && without == NotFired)
                return OfClause(with, ScoreFault.StopsLighter, WorldState.False, WorldState.True, null);
            if (without >= 0 && with >= 0 && with < without)
                return OfClause(with, ScoreFault.LighterFirst, WorldState.False, WorldState.True, rule.Clauses[without].Syntax);
            if (without >= 0 && conditions[without].Has(WorldState.True, WorldState.False))
                return OfClause(without, ScoreFault.Loosens, WorldState.True, WorldState.False, null);
            if (without >= 0 && rule.OnlyIf is not null && onlyIf.Has(WorldState.True, WorldState.False))
                return Of(Kind(onlyIf, ScoreFault.Loosens, WorldState.True, WorldState.False), rule.Syntax.OnlyIf!, [rule.OnlyIf], null);
            return Of(ScoreFault.MayLoosen, rule.Syntax.Id, Parts(rule), null);
        }

        ScoreFinding OfClause(int clause, ScoreFault fault, WorldState without, WorldState with, ModelNode? heavier)
        {
            var kind = source is { IsMoved: true } ? ScoreFault.MayLoosen : Kind(conditions[clause], fault, without, with);
            return Of(kind, rule.Clauses[clause].Syntax.When, [rule.Clauses[clause].When, rule.OnlyIf, rule.Source], heavier);
        }

        ScoreFinding Of(ScoreFault fault, ModelNode node, IEnumerable<BoundExpression?> parts, ModelNode? heavier) =>
            new(fault, node, PathOf(id, parts.Concat(Parts(rule))), "rule `" + id + "`", heavier);
    }

    /// <summary>A fault where the condition moves in no other direction; else one that nothing shows either way.</summary>
    private static ScoreFault Kind(Pairs pairs, ScoreFault fault, WorldState without, WorldState with) =>
        pairs.Has(without, with) && !pairs.Has(with, without) ? fault : ScoreFault.MayLoosen;

    private void Find(ScoreFault fault, ModelNode node, string name, IEnumerable<BoundExpression?> parts, string subject) =>
        findings.Add(new ScoreFinding(fault, node, PathOf(name, parts), subject));

    private string PathOf(string name, IEnumerable<BoundExpression?> parts) =>
        string.Join(" reads ", [name, .. ScorePath.Of(parts, score) ?? ["the outcome", score.Name]]);

    private static IEnumerable<BoundExpression?> Parts(BoundRule rule) =>
        new[] { rule.Source, rule.OnlyIf }
            .Concat(rule.Clauses.Select(clause => clause.When))
            .Concat(rule.Clauses.SelectMany(clause => clause.Effects).SelectMany(effect => effect.Roles.Concat([effect.Within])));
}
