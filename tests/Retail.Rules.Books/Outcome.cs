namespace Retail.Rules.Books;

/// <summary>What can come of a decision, from best to worst.</summary>
public enum Outcome
{
    Approve,
    ApproveWithConditions,
    Refer,
    ReApprove,
    Hold,
    Incomplete,
    Reject,
}
