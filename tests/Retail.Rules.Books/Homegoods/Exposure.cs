using System;
using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Books.Homegoods;

/// <summary>Stock that can be promised on a launch day, the demand that it may meet, and their ratio: null if there is nothing to promise.</summary>
public sealed record Wave(string Day, Ratio Atp, Ratio DemandP90, Ratio? ExposureRatio);

/// <summary>The three days of the weekend.</summary>
public static class Exposure
{
    private const decimal Z = 1.2816m;

    private static readonly (string Day, DateOnly Date, decimal Share)[] Weekend =
    [
        ("Fri", new DateOnly(2026, 10, 16), 0.30m),
        ("Sat", new DateOnly(2026, 10, 17), 0.40m),
        ("Sun", new DateOnly(2026, 10, 18), 0.30m),
    ];

    public static DateOnly FirstDay => Weekend[0].Date;

    public static DateOnly LastDay => Weekend[^1].Date;

    public static IReadOnlyList<Wave> Of(Launch launch) => Enumerable.Range(0, Weekend.Length).Select(index => Of(launch, index)).ToArray();

    /// <summary>An aged reading of the stock is believed to four fifths; one too old to believe at all holds online instead.</summary>
    public static bool IsAged(Launch launch) => launch.InventoryAgeMin > 15 && launch.InventoryAgeMin <= 240;

    private static Wave Of(Launch launch, int index)
    {
        var haircut = IsAged(launch) ? 0.80m : 1m;
        var atp = Ratio.Floor(launch.OnHand * haircut) - launch.Safety - launch.Reserved - launch.HardAllocated - index * launch.BaselinePerDay;
        foreach (var receipt in launch.Receipts)
        {
            if (receipt.Dock.AddDays(1) <= Weekend[index].Date)
                atp += Ratio.Floor(receipt.Qty * Confidence(receipt.Status));
        }

        var share = Weekend.Skip(index).Sum(day => day.Share) + 0.5m * Weekend.Take(index).Sum(day => day.Share);
        var demand = Ratio.Ceiling(launch.DemandP50 * share * (1 + Z * launch.Cv));
        return new Wave(Weekend[index].Day, atp, demand, atp > 0 ? demand / atp : null);
    }

    private static Ratio Confidence(string status) => status switch
    {
        "received" => 1,
        "asn" => 0.95m,
        "confirmed" => 0.80m,
        "planned" => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "not a status of the book"),
    };
}
