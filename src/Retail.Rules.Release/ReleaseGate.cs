using System;
using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Release;

/// <summary>
/// Takes a promotion through stages in order: each is judged, whatever the others say, so that all reasons show at once. A stage reads the
/// outputs of earlier stages as facts of their names; what an incomplete stage does not give is then missing, so nothing passes on a guess.
/// Immutable and thread-safe.
/// </summary>
public sealed class ReleaseGate
{
    private readonly ReleaseStage[] stages;

    /// <summary>Builds a gate.</summary>
    /// <param name="stages">Its stages, in the order in which they are judged; at least one, no name twice.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stages"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no stage, two have one name, or a stage has the name of a fact that the gate gives.</exception>
    public ReleaseGate(IEnumerable<ReleaseStage> stages)
    {
        this.stages = (stages ?? throw new ArgumentNullException(nameof(stages))).ToArray();
        if (this.stages.Length == 0)
            throw new ArgumentException("a gate needs at least one stage", nameof(stages));
        var names = new HashSet<string>(StageFacts.GivenByGate, StringComparer.Ordinal);
        foreach (var stage in this.stages)
        {
            if (!names.Add(stage.Name))
                throw new ArgumentException("two stages, or a stage and a fact that the gate gives, are named `" + stage.Name + "`", nameof(stages));
        }
    }

    /// <summary>The stages, in the order in which they are judged.</summary>
    public IReadOnlyList<ReleaseStage> Stages => stages;

    /// <summary>Judges a promotion.</summary>
    /// <param name="request">The promotion.</param>
    /// <returns>What was found. Facts that are missing or do not fit make stages incomplete; nothing about them throws.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The request cannot be understood as a whole: no region; a region, channel or wave that is null or stands twice; a wave outside the days; a time zone
    /// that is not known; facts that are no object; a fact given twice, or one that only the gate may give, such as a stage's outputs.
    /// </exception>
    /// <exception cref="InvalidOperationException">A stage's output <c>plan</c> or <c>awaiting</c> has not the form that the gate reads.</exception>
    public ReleaseDecision Judge(ReleaseRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var facts = new StageFacts(request, stages);
        var decisions = new List<StageDecision>();
        foreach (var stage in stages)
        {
            if (stage.Scope == StageScope.Promotion)
                decisions.Add(Judge(stage, null, facts));
            else
                decisions.AddRange(request.Regions.Select(region => Judge(stage, region.Region, facts)));
        }
        return ReleaseSummary.Of(request, decisions);
    }

    private static StageDecision Judge(ReleaseStage stage, string? region, StageFacts facts)
    {
        var decision = stage.Rules.Evaluate(FactSet.FromJson(facts.For(stage, region), region));
        facts.Add(stage, region, decision);
        return new StageDecision(stage.Name, region, decision);
    }
}
