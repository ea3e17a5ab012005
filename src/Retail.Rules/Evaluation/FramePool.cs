using System;
using System.Threading;
using Retail.Rules.Planning;

namespace Retail.Rules.Evaluation;

/// <summary>
/// Frames that are free, so that evaluations reuse them. Keeps as many as threads can be busy; a frame beyond that, or one that grew huge, is
/// left to the collector. Thread-safe without locks.
/// </summary>
internal sealed class FramePool
{
    private readonly Frame?[] free = new Frame?[Environment.ProcessorCount * 2];
    private readonly EvaluationPlan plan;
    private readonly Tier tier;
    private readonly long maxSteps;

    public FramePool(EvaluationPlan plan, Tier tier, long maxSteps)
    {
        this.plan = plan;
        this.tier = tier;
        this.maxSteps = maxSteps;
    }

    /// <summary>An empty frame.</summary>
    public Frame Rent()
    {
        for (var i = 0; i < free.Length; i++)
        {
            if (free[i] is not null && Interlocked.Exchange(ref free[i], null) is { } frame)
            {
                frame.Reset();
                return frame;
            }
        }
        var fresh = new Frame(plan, tier, maxSteps);
        fresh.Reset();
        return fresh;
    }

    public void Return(Frame frame)
    {
        if (frame.Arena.IsHuge)
            return;
        for (var i = 0; i < free.Length; i++)
        {
            if (free[i] is null && Interlocked.CompareExchange(ref free[i], frame, null) is null)
                return;
        }
    }
}
