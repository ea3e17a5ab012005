using Retail.Rules.Evaluation;
using Retail.Rules.Planning;

namespace Retail.Rules.Compilation;

/// <summary>Stands in until the compiled tier is merged.</summary>
internal static class PlanCompiler
{
    public static Tier Compile(EvaluationPlan plan) => Tier.Interpreted;
}
