using System;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Tests.Generation;

namespace Retail.Rules.Tests.Evaluation;

/// <summary>A judgement says what the decision says.</summary>
[TestFixture]
public class JudgementTests
{
    [FsCheck.NUnit.Property(MaxTest = 300, Arbitrary = [typeof(GeneratedCases)], QuietOnSuccess = true)]
    public void A_judgement_says_what_the_decision_says(GeneratedCase generated)
    {
        var rules = RuleSet.Compile(generated.Definition).RuleSet!;
        var judgement = rules.CreateJudgement();
        foreach (var text in generated.Facts)
        {
            var facts = FactSet.FromJson(text);
            var decision = rules.Evaluate(facts);
            judgement.Judge(facts);

            Assert.That(judgement.Verdict, Is.EqualTo(decision.Verdict));
            var fired = Enumerable.Range(0, judgement.FiringCount).Select(judgement.RuleOf).Distinct().OrderBy(id => id, StringComparer.Ordinal);
            Assert.That(fired, Is.EqualTo(decision.Rules));
            Assert.That(judgement.Approvers, Is.EqualTo(decision.Approvers.Select(approver => approver.Role)));
            Assert.That(judgement.Missing, Is.EqualTo(decision.Missing));
            Assert.That(judgement.HasProblems, Is.EqualTo(decision.Problems.Count > 0));
            foreach (var output in generated.Definition.Declarations.OfType<Model.OutputDeclaration>())
            {
                var at = rules.IndexOfOutput(output.Name.Text);
                Assert.That(judgement.HasOutput(at), Is.EqualTo(decision.Outputs.ContainsKey(output.Name.Text)));
            }
            Assert.That(judgement.ToDecision().ToJson(), Is.EqualTo(decision.ToJson()));
            Assert.That(judgement.ToDecision(), Is.SameAs(judgement.ToDecision()));
        }
    }

    [Test]
    public void Nothing_is_said_before_anything_was_judged()
    {
        var judgement = new Facts.Rules().Input("price: money").Compile().CreateJudgement();

        Assert.That(() => judgement.Verdict, Throws.InvalidOperationException.With.Message.EqualTo("nothing was judged yet; call Judge first"));
        Assert.That(judgement.ToDecision, Throws.InvalidOperationException);
        Assert.That(() => judgement.Judge(null!), Throws.ArgumentNullException);
    }
}
