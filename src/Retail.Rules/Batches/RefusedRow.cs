using Retail.Rules.Evaluation;
using Retail.Rules.Facts;

namespace Retail.Rules.Batches;

/// <summary>A row that holds no facts that can be read: it is judged all the same, as incomplete, so that no row is lost.</summary>
internal readonly struct RefusedRow : IFactSource
{
    private readonly string why;

    /// <param name="why">What is wrong, with the row's number.</param>
    public RefusedRow(string why) => this.why = why;

    public string? Case => null;

    public void Read(RuleSet ruleSet, Frame frame) => frame.FactLog.Refuse(why);
}
