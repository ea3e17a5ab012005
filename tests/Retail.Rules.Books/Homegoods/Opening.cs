using System.Collections.Generic;

namespace Retail.Rules.Books.Homegoods;

public enum Mode
{
    Launch,
    LaunchCapped,
    Stagger,
    StaggerCapped,
    Hold,
}

/// <summary>How a region opens: the mode, what each channel may sell, and what the warehouse makes of it. Judges B18 to B23.</summary>
public sealed class Opening
{
    private Opening(Mode mode) => Mode = mode;

    public Mode Mode { get; private set; }

    public Ratio Online { get; private set; }

    public Ratio Marketplace { get; private set; }

    public Ratio? PerCustomerLimit { get; private set; }

    /// <summary>The warehouse cannot pick for online at all.</summary>
    public bool OnlineHeld { get; private set; }

    public static Opening Of(Launch launch, IReadOnlyList<Wave> waves, Region limits, Judgement judgement)
    {
        var opening = new Opening(ModeOf(waves, limits, judgement));
        if (opening.Mode == Mode.Hold)
            return opening;
        opening.Allocate(waves[opening.Mode is Mode.Stagger or Mode.StaggerCapped ? 1 : 0].Atp, limits.OnlineFence);
        opening.FitWarehouse(launch.WmsLines / launch.WmsCapacity, judgement);
        return opening;
    }

    private static Mode ModeOf(IReadOnlyList<Wave> waves, Region limits, Judgement judgement)
    {
        if (waves[0].ExposureRatio is not { } friday || friday > limits.Stagger)
        {
            judgement.Hold("B20");
            judgement.Refer("B20", "SupplyChainDirector");
            return Mode.Hold;
        }
        if (friday <= limits.Launch)
            return Mode.Launch;
        if (friday <= limits.Capped)
        {
            judgement.Note("B18");
            return Mode.LaunchCapped;
        }
        judgement.Note("B19");
        if (waves[1].ExposureRatio is { } saturday && saturday <= limits.Capped)
            return saturday > limits.Launch ? Mode.StaggerCapped : Mode.Stagger;
        judgement.Hold("B21");
        judgement.Refer("B21", "SupplyChainDirector");
        return Mode.Hold;
    }

    private void Allocate(Ratio atp, Ratio fence)
    {
        if (Mode is Mode.LaunchCapped or Mode.StaggerCapped)
            Online = LessBuffer(Ratio.Floor(atp * fence));
        else
            Online = LessBuffer(atp);
        if (Mode == Mode.Launch)
            Marketplace = Ratio.Floor(0.15m * atp);
        else
            PerCustomerLimit = 2;
    }

    private static Ratio LessBuffer(Ratio quantity) => Ratio.Max(0, quantity - Ratio.Max(Ratio.Ceiling(0.05m * quantity), 10));

    private void FitWarehouse(Ratio use, Judgement judgement)
    {
        if (use > 1.10m)
        {
            judgement.Note("B23");
            Online = 0;
            Marketplace = 0;
            OnlineHeld = true;
        }
        else if (use > 0.90m)
        {
            judgement.Note("B22");
            Online = Ratio.Floor(Online * 0.90m / use);
            Marketplace = 0;
            if (Mode == Mode.Launch)
                Mode = Mode.LaunchCapped;
        }
    }
}
