namespace Retail.Rules.Vocabulary;

/// <summary>Stock for the shelf is not stock for the web: what a store may ship or hand over is what stays above the minimum that its shelf needs. Stateless and thread-safe.</summary>
public static class PresentationMinimum
{
    /// <summary>What a store has beyond its shelf.</summary>
    /// <param name="onHand">What is in the store; null is unknown.</param>
    /// <param name="minimum">What the shelf needs to look filled, from 0; null is unknown.</param>
    /// <returns>10 with a minimum of 4 is 6; below 0 if the shelf is short; unknown if an argument is, or the minimum is below 0.</returns>
    public static decimal? Spare(decimal? onHand, decimal? minimum) => minimum is >= 0m ? onHand - minimum : null;

    /// <summary>Whether a store has at least so much beyond its shelf: 0 to ship from it, 3 to let customers collect there.</summary>
    /// <param name="onHand">What is in the store; null is unknown.</param>
    /// <param name="minimum">What the shelf needs to look filled, from 0; null is unknown.</param>
    /// <param name="least">What must be there beyond it; null is unknown.</param>
    /// <returns>6 with a minimum of 4 may ship (0) and may not hand over (3); unknown if an argument is.</returns>
    public static bool? Covers(decimal? onHand, decimal? minimum, decimal? least) =>
        Spare(onHand, minimum) is { } spare && least is { } needed ? spare >= needed : null;
}
