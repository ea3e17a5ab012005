namespace Retail.Rules.Vocabulary;

/// <summary>How substitution went, over lines or offers of any period. Unknown (null) if there was nothing to count, rather than 0 or 100%. Stateless and thread-safe.</summary>
public static class SubstitutionMetrics
{
    /// <summary>The part of the ordered lines that was substituted, whether the customer took it or not.</summary>
    /// <param name="substituted">Lines substituted, from 0; null is unknown.</param>
    /// <param name="ordered">Lines ordered, above 0; null is unknown.</param>
    /// <returns>8 of 200 are 4%.</returns>
    public static Percent? SubstitutionRate(long? substituted, long? ordered) => Part(substituted, ordered);

    /// <summary>The part of the offered substitutes that customers took.</summary>
    /// <param name="accepted">Substitutes accepted, from 0; null is unknown.</param>
    /// <param name="offered">Substitutes offered, above 0; null is unknown.</param>
    /// <returns>6 of 8 are 75%.</returns>
    public static Percent? AcceptanceRate(long? accepted, long? offered) => Part(accepted, offered);

    /// <summary>The part of the ordered lines of which nothing came: neither picked nor substituted.</summary>
    /// <param name="ordered">Lines ordered, above 0; null is unknown.</param>
    /// <param name="picked">Lines picked as ordered, from 0; null is unknown.</param>
    /// <param name="substituted">Lines substituted, from 0; null is unknown.</param>
    /// <returns>200 lines, of which 188 picked and 8 substituted, have 2% not found; unknown if there are more of them than lines.</returns>
    public static Percent? NotFoundRate(long? ordered, long? picked, long? substituted) =>
        picked is >= 0 && substituted is >= 0 ? Part(ordered - picked - substituted, ordered) : null;

    private static Percent? Part(long? some, long? all) =>
        some is >= 0 and { } part && all is > 0 and { } whole && part <= whole ? Percent.FromFraction((decimal)part / whole) : null;
}
