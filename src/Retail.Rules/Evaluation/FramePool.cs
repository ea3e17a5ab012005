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
    private readonly long maxSteps;

    public FramePool(EvaluationPlan plan, long maxSteps)
    {
        this.plan = plan;
        this.maxSteps = maxSteps;
    }

    /// <summary>A frame, to be reset before it is used.</summary>
    public Frame Rent()
    {
        for (var i = 0; i < free.Length; i++)
        {
            if (free[i] is not null && Interlocked.Exchange(ref free[i], null) is { } frame)
                return frame;
        }
        return new Frame(plan, maxSteps);
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
