using Retail.Rules.Evaluation;

namespace Retail.Rules.Facts;

/// <summary>What facts are judged from. A struct that implements it is read without being boxed.</summary>
internal interface IFactSource
{
    /// <summary>The caller's name for the facts; null if there is none.</summary>
    string? Case { get; }

    /// <summary>Reads the facts into a frame; what does not fit goes to the frame's log. Never throws for facts.</summary>
    void Read(RuleSet ruleSet, Frame frame);
}
