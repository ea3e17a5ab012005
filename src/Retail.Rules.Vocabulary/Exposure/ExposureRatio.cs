namespace Retail.Rules.Vocabulary;

/// <summary>How much of what can be promised the demand would take. Stateless and thread-safe.</summary>
public static class ExposureRatio
{
    /// <summary>Demand over what can be promised.</summary>
    /// <param name="demand">The demand, as a rule a quantile, from 0; null is unknown.</param>
    /// <param name="atp">What can be promised; null is unknown.</param>
    /// <returns>5,538 over 5,600 is 0.98892…; unknown if an argument is, the demand is below 0, or nothing can be promised: no number stands for "infinite", so a rule must say what then happens.</returns>
    public static decimal? Of(decimal? demand, decimal? atp) => demand is >= 0m && atp is > 0m ? demand / atp : null;
}
