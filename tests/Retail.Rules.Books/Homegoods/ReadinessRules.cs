using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Books.Homegoods;

/// <summary>Whether planning, depot and stores are ready.</summary>
internal static class ReadinessRules
{
    /// <summary>Beyond a full shelf, before customers may collect from a store.</summary>
    private const int SpareToCollect = 3;

    /// <summary>Judges B08 and B24 to B27.</summary>
    public static void Judge(Launch launch, Judgement judgement)
    {
        if (!launch.Reforecast)
            judgement.Refer("B08", "InventoryPlanner");

        if (launch.DaysToLaunch <= 2 && !launch.LabourConfirmed)
            judgement.Refer("B24", "DCManager");

        foreach (var store in launch.StoreStock)
        {
            if (store.Spare < 0)
                judgement.Note("B25");
            else if (store.Spare < SpareToCollect)
                judgement.Note("B26");
        }

        if (launch.TransferCost is { } cost && (launch.EventMargin is not { } margin || cost > 0.15m * margin))
            judgement.Refer("B27", "SupplyChainDirector");
    }

    /// <summary>The stores that may ship, and those that let customers collect; nothing where no stores are given.</summary>
    public static void Output(Launch launch, Judgement judgement)
    {
        if (launch.StoreStock.Count == 0)
            return;
        judgement.Output("shipFromStore", StoresWith(launch, 0));
        judgement.Output("pickupStores", StoresWith(launch, SpareToCollect));
    }

    private static IEnumerable<string> StoresWith(Launch launch, Ratio spare) =>
        launch.StoreStock.Where(store => store.Spare >= spare).Select(store => store.Id);
}
