using System.Collections.Generic;
using System.Text.Json;
using Retail.Rules.Evaluation;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Facts;

/// <summary>Amounts that name their currency, the same for every source: it must be the declared one. What names none is taken to be in it.</summary>
internal static class FactMoney
{
    public const string Amount = "amount";
    public const string Currency = "currency";

    public static readonly IReadOnlyList<string> Members = [Amount, Currency];

    /// <summary>The amount, if its currency is right; absent if there is no amount, unknown for what does not fit, which is logged.</summary>
    public static Value Of(in Value amount, in Value currency, RuleType type, Frame frame)
    {
        var log = frame.FactLog;
        if (amount.IsAbsent && currency.IsAbsent)
            return FactProblems.Refuse("a record", type, log);
        if (amount.IsAbsent || amount.IsUnknown || currency.IsUnknown)
            return currency.IsUnknown ? currency : amount;
        var expected = type.Currency ?? frame.Currency;
        if (currency.IsAbsent)
            log.Refuse("the amount does not say its currency; name it, or write the amount as a number");
        else if (expected is not null && currency.Text != expected)
            log.Refuse("an amount in " + FactProblems.Shorten(currency.Text) + " is not an amount in " + expected);
        else
        {
            if (expected is null)
                log.Note(currency.Text);
            return amount;
        }
        return Value.Unknown;
    }
}
