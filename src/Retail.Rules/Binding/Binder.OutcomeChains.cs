using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;

namespace Retail.Rules.Binding;

/// <summary>
/// Chains of <c>if</c> on the verdict whose last branch stands for approve and for incomplete alike: an incomplete decision would read as
/// an approval.
/// </summary>
internal sealed partial class Binder
{
    private void CheckOutcomeChains(IEnumerable<BoundOutput> outputs)
    {
        foreach (var define in values.Values.OfType<DefineSymbol>().Where(define => define.OutcomePath is not null))
        {
            source = define.Source!;
            CheckOutcomeChains(define.Body);
        }
        foreach (var output in outputs.Where(output => output.OutcomePath is not null))
        {
            Enter(output.Syntax);
            CheckOutcomeChains(output.Value);
        }
        source = definition.Source;
    }

    private void CheckOutcomeChains(BoundExpression expression)
    {
        if (expression is BoundIf chain)
        {
            CheckChain(chain);
            return;
        }
        foreach (var child in BoundChildren.Of(expression))
            CheckOutcomeChains(child);
    }

    private void CheckChain(BoundIf chain)
    {
        var tested = new List<string>();
        var onVerdict = true;
        BoundExpression last = chain;
        while (last is BoundIf link)
        {
            var verdict = TestedVerdict(link.Condition);
            onVerdict &= verdict is not null;
            tested.Add(verdict ?? "");
            CheckOutcomeChains(link.Then);
            last = link.Else;
        }
        CheckOutcomeChains(last);
        if (onVerdict && last.Syntax is { } syntax && !tested.Contains(VerdictNames.Of(Verdict.Incomplete)) && !tested.Contains(VerdictNames.Of(Verdict.Approve)))
            Report(NameDiagnostics.IncompleteReadsAsApprove, syntax, ExpressionText.Of(syntax));
    }

    /// <summary>The verdict of a test <c>verdict = reject</c>; null for any other condition.</summary>
    private static string? TestedVerdict(BoundExpression condition) => condition switch
    {
        BoundComparison { Operator: BinaryOperator.Equal, Left: BoundReference { Symbol: OutcomeSymbol { Kind: OutcomeKind.Verdict } }, Right: BoundLiteral right } => right.Value.Text,
        BoundComparison { Operator: BinaryOperator.Equal, Right: BoundReference { Symbol: OutcomeSymbol { Kind: OutcomeKind.Verdict } }, Left: BoundLiteral left } => left.Value.Text,
        _ => null,
    };
}
