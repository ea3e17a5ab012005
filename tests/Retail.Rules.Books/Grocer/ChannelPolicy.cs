using System;

namespace Retail.Rules.Books.Grocer;

public enum PolicyMode
{
    Auto,
    Ask,
    None,
}

/// <summary>How a channel substitutes: whether it asks, whether the customer pays the lower price, and what it absorbs of a line.</summary>
public sealed record ChannelPolicy(PolicyMode Mode, bool ProtectsPrice, Ratio Absorbs)
{
    public static ChannelPolicy Of(string channel) => channel switch
    {
        "delivery" or "collect" => new ChannelPolicy(PolicyMode.Auto, true, 2.00m),
        "rapid" => new ChannelPolicy(PolicyMode.Ask, true, 1.00m),
        "marketplace" => new ChannelPolicy(PolicyMode.Ask, false, 0),
        "b2b" => new ChannelPolicy(PolicyMode.None, false, 0),
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "not a channel of the book"),
    };
}
