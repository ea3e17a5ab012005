namespace Retail.Rules;

/// <summary>What counts as how many steps, for those who count them and those who say beforehand how many there can be.</summary>
internal static class StepCounts
{
    /// <summary>A rule that cannot be judged: an exception takes as long as so many comparisons.</summary>
    public const int OfFault = 1_000;

    /// <summary>Searching a list of so many items costs no more than any comparison and is not counted; lists that authors write are about this long at most.</summary>
    public const int ShortList = 16;
}
