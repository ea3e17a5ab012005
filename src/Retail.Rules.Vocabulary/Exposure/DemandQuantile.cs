namespace Retail.Rules.Vocabulary;

/// <summary>
/// How much would be sold in a bad case for the stock. The forecaster's own quantile is the better one; a normal distribution around the median is
/// the fall-back, and understates the tail, since promotions that go well go very well. Stateless and thread-safe.
/// </summary>
public static class DemandQuantile
{
    /// <summary>Standard deviations above the median of a normal distribution.</summary>
    /// <param name="level">80%, 90% or 95%; null is unknown.</param>
    /// <returns>0.8416, 1.2816 or 1.6449, to four places; unknown for any other level, rather than a number that nobody stated.</returns>
    /// <remarks>Source: tables of the standard normal distribution.</remarks>
    public static decimal? Z(Percent? level) => level?.Fraction switch
    {
        0.80m => 0.8416m,
        0.90m => 1.2816m,
        0.95m => 1.6449m,
        _ => null,
    };

    /// <summary>The demand that is exceeded with the rest of the probability: at 90% one time in ten.</summary>
    /// <param name="forecaster">The forecaster's own quantile of that level, from 0; null if the model does not say.</param>
    /// <param name="median">The demand that is as likely exceeded as not, from 0; null is unknown.</param>
    /// <param name="cv">Standard deviation over mean, from 0; null is unknown.</param>
    /// <param name="level">80%, 90% or 95%; null is unknown.</param>
    /// <returns>The forecaster's where there is one, else median × (1 + z × cv), not rounded: 4,000 with 0.30 at 90% is 5,537.92. Unknown if neither can be told, or a number is below 0.</returns>
    public static decimal? Of(decimal? forecaster, decimal? median, decimal? cv, Percent? level) => forecaster switch
    {
        >= 0m => forecaster,
        null => median is >= 0m && cv is >= 0m ? median * (1m + Z(level) * cv) : null,
        _ => null,
    };
}
