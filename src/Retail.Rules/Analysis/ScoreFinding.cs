using Retail.Rules.Model;

namespace Retail.Rules.Analysis;

/// <summary>What a score does to a decision that it must not.</summary>
internal enum ScoreFault
{
    /// <summary>A condition holds less often.</summary>
    Loosens,

    /// <summary>A lighter clause on the score comes before a heavier one.</summary>
    LighterFirst,

    /// <summary>A stop rule on the score ends the decision with less than reject.</summary>
    StopsLighter,

    /// <summary>Neither shown to loosen nor shown not to.</summary>
    MayLoosen,
}

/// <summary>A place where a score may make a decision better. Immutable.</summary>
internal sealed class ScoreFinding
{
    public ScoreFinding(ScoreFault fault, ModelNode node, string path, string subject, ModelNode? heavier = null)
    {
        Fault = fault;
        Node = node;
        Path = path;
        Subject = subject;
        Heavier = heavier;
    }

    public ScoreFault Fault { get; }

    public ModelNode Node { get; }

    /// <summary>The names by which the place reads the score: <c>R01 reads limit reads risk</c>.</summary>
    public string Path { get; }

    /// <summary>The rule or fact, in words.</summary>
    public string Subject { get; }

    /// <summary>The clause that is kept from being asked; null for other faults.</summary>
    public ModelNode? Heavier { get; }
}
