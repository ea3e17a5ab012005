namespace Retail.Rules;

/// <summary>The outcome of a decision, from best to worst: the worst effect that fired decides.</summary>
public enum Verdict
{
    /// <summary>Nothing stands against it.</summary>
    Approve,

    /// <summary>Approved, if the conditions of the decision are met.</summary>
    ApproveWithConditions,

    /// <summary>The approvers of the decision must sign.</summary>
    Refer,

    /// <summary>What was approved has changed since: it must be approved again.</summary>
    ReApprove,

    /// <summary>Not now.</summary>
    Hold,

    /// <summary>Cannot be judged: facts are missing, wrong or could not be computed with.</summary>
    Incomplete,

    /// <summary>No.</summary>
    Reject,
}
