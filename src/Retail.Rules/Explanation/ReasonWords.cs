using Retail.Rules.Model;

namespace Retail.Rules.Explanation;

/// <summary>Comparisons in the words of a reason.</summary>
internal static class ReasonWords
{
    public const string Is = "is";
    public const string IsKnown = "is known";
    public const string IsUnknown = "is unknown";
    public const string IsEmpty = "is empty";
    public const string IsNotEmpty = "is not empty";

    public static string Of(BinaryOperator op, bool truth) => (op, truth) switch
    {
        (BinaryOperator.Equal, true) or (BinaryOperator.NotEqual, false) => "is",
        (BinaryOperator.Equal, false) or (BinaryOperator.NotEqual, true) => "is not",
        (BinaryOperator.Less, true) or (BinaryOperator.GreaterOrEqual, false) => "is below",
        (BinaryOperator.LessOrEqual, true) or (BinaryOperator.Greater, false) => "is at most",
        (BinaryOperator.Greater, true) or (BinaryOperator.LessOrEqual, false) => "is above",
        _ => "is at least",
    };

    /// <summary>Whether the value before a phrase adds anything to it.</summary>
    public static bool ShowsValue(string phrase) => phrase is not (IsUnknown or IsEmpty or Is);
}
