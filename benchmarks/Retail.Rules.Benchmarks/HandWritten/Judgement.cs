using System.Collections.Generic;

namespace Retail.Rules.Books;

/// <summary>What the book says about one set of facts, kept as cheaply as a loop over rows would: rules and roles in lists, outputs rounded.</summary>
public sealed class Judgement
{
    private readonly List<(string Rule, Outcome Effect)> fired = [];
    private readonly List<(string Name, Ratio Value)> outputs = [];

    public Outcome Verdict { get; private set; }

    public Roles Approvers { get; } = new();

    public int OutputCount => outputs.Count;

    public static Judgement Lacking(IEnumerable<string> missing, string? rule = null)
    {
        _ = missing;
        var judgement = new Judgement();
        judgement.Fire(rule ?? "", Outcome.Incomplete);
        return judgement;
    }

    public void Note(string rule) => Fire(rule, Outcome.Approve);

    public void Require(string rule) => Fire(rule, Outcome.ApproveWithConditions);

    public void Refer(string rule, params System.ReadOnlySpan<string> roles)
    {
        Fire(rule, Outcome.Refer);
        foreach (var role in roles)
            Approvers.Add(role);
    }

    public void ReApprove(string rule) => Fire(rule, Outcome.ReApprove);

    public void Hold(string rule) => Fire(rule, Outcome.Hold);

    public void Lack(string rule) => Fire(rule, Outcome.Incomplete);

    public void Reject(string rule) => Fire(rule, Outcome.Reject);

    public void Output(string name, Ratio? value, int places)
    {
        if (value is { } number)
            outputs.Add((name, number.Round(places)));
    }

    private void Fire(string rule, Outcome effect)
    {
        fired.Add((rule, effect));
        if (effect > Verdict)
            Verdict = effect;
    }

    /// <summary>Who must sign, each once.</summary>
    public sealed class Roles
    {
        private readonly List<string> names = [];

        public void Add(string role)
        {
            if (!names.Contains(role))
                names.Add(role);
        }

        public bool ContainsKey(string role) => names.Contains(role);
    }
}
