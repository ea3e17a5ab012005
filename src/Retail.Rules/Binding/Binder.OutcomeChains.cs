using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;

namespace Retail.Rules.Binding;

/// <summary>
/// Chains of <c>if</c> on the verdict of which a branch stands for approve and for incomplete alike: an incomplete decision would read as
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

    /// <summary>Whether both verdicts can still reach a branch is followed from link to link; a condition on anything else ends the search.</summary>
    private void CheckChain(BoundIf chain)
    {
        var approve = true;
        var incomplete = true;
        var onVerdict = true;
        BoundExpression last = chain;
        while (last is BoundIf link)
        {
            CheckOutcomeChains(link.Then);
            last = link.Else;
            if (!onVerdict)
                continue;
            if (HoldsFor(Verdict.Approve, link.Condition) is not { } takesApprove || HoldsFor(Verdict.Incomplete, link.Condition) is not { } takesIncomplete)
            {
                onVerdict = false;
                continue;
            }
            if (approve && incomplete && takesApprove && takesIncomplete)
                ReportAlike(link.Then);
            approve &= !takesApprove;
            incomplete &= !takesIncomplete;
        }
        CheckOutcomeChains(last);
        if (onVerdict && approve && incomplete)
            ReportAlike(last);
    }

    private void ReportAlike(BoundExpression branch)
    {
        if (branch.Syntax is { } syntax)
            Report(NameDiagnostics.IncompleteReadsAsApprove, syntax, ExpressionText.Of(syntax));
    }

    /// <summary>Whether a condition on the verdict alone holds for one of them; null for any other condition.</summary>
    private static bool? HoldsFor(Verdict verdict, BoundExpression condition) => condition switch
    {
        BoundComparison { Right: BoundLiteral right } comparison when IsVerdict(comparison.Left) => Holds(comparison.Operator, PositionOf(verdict).CompareTo(PositionOf(right))),
        BoundComparison { Left: BoundLiteral left } comparison when IsVerdict(comparison.Right) => Holds(comparison.Operator, PositionOf(left).CompareTo(PositionOf(verdict))),
        BoundRelation { Operator: BinaryOperator.In, Right: BoundList list } relation when IsVerdict(relation.Left) && list.Items.All(item => item is BoundLiteral) =>
            list.Items.Cast<BoundLiteral>().Any(item => item.Value.Text == VerdictNames.Of(verdict)),
        BoundNot negation => !HoldsFor(verdict, negation.Operand),
        BoundLogical { IsAnd: false } alternatives when alternatives.Operands.All(operand => HoldsFor(verdict, operand) is not null) =>
            alternatives.Operands.Any(operand => HoldsFor(verdict, operand) == true),
        _ => null,
    };

    private static bool IsVerdict(BoundExpression expression) => expression is BoundReference { Symbol: OutcomeSymbol { Kind: OutcomeKind.Verdict } };

    private static int PositionOf(Verdict verdict) => (int)verdict;

    private static int PositionOf(BoundLiteral literal) => VerdictNames.TryParse(literal.Value.Text, out var verdict) ? (int)verdict : -1;

    private static bool Holds(BinaryOperator op, int order) => op switch
    {
        BinaryOperator.Equal => order == 0,
        BinaryOperator.Less => order < 0,
        BinaryOperator.LessOrEqual => order <= 0,
        BinaryOperator.Greater => order > 0,
        _ => order >= 0,
    };
}
