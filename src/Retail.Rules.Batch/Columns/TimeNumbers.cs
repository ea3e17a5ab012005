using System;
using Apache.Arrow.Types;
using Retail.Rules.Facts;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Batch;

/// <summary>A date as days since 1970.</summary>
internal readonly struct DayNumber : IRawNumber<int>
{
    private const int Epoch = 719_162;

    public static bool IsDay(long day) => day is >= -Epoch and <= 2_932_896;

    public static Value Of(long day) => new((decimal)(day + Epoch));

    public bool TryConvert(int raw, out Value value)
    {
        value = Of(raw);
        return IsDay(raw);
    }

    public Value Convert(int raw, FactLog log)
    {
        log.Refuse(FormattableString.Invariant($"{raw} days from 1970 are no date"));
        return Value.Unknown;
    }
}

/// <summary>A date as milliseconds since 1970, which must be whole days.</summary>
internal readonly struct DayInMilliseconds : IRawNumber<long>
{
    private const long Day = 86_400_000;

    public bool TryConvert(long raw, out Value value)
    {
        value = DayNumber.Of(raw / Day);
        return raw % Day == 0 && DayNumber.IsDay(raw / Day);
    }

    public Value Convert(long raw, FactLog log)
    {
        log.Refuse(FormattableString.Invariant($"{raw} milliseconds from 1970 are no date"));
        return Value.Unknown;
    }
}

/// <summary>An instant or duration in some unit, as ticks of 100 nanoseconds.</summary>
internal readonly struct TickNumber : IRawNumber<long>
{
    private readonly TimeUnit unit;
    private readonly bool isInstant;
    private readonly long multiplier;

    public TickNumber(TimeUnit unit, bool isInstant)
    {
        this.unit = unit;
        this.isInstant = isInstant;
        multiplier = unit switch
        {
            TimeUnit.Second => TimeSpan.TicksPerSecond,
            TimeUnit.Millisecond => TimeSpan.TicksPerMillisecond,
            TimeUnit.Microsecond => TimeSpan.TicksPerMicrosecond,
            _ => 1,
        };
    }

    public bool TryConvert(long raw, out Value value)
    {
        value = default;
        if (unit == TimeUnit.Nanosecond && raw % TimeSpan.NanosecondsPerTick != 0)
            return false;
        var ticks = (decimal)(unit == TimeUnit.Nanosecond ? raw / TimeSpan.NanosecondsPerTick : raw) * multiplier;
        if (isInstant)
            ticks += DateTime.UnixEpoch.Ticks;
        value = new Value(ticks);
        return isInstant ? ticks >= 0m && ticks <= DateTime.MaxValue.Ticks : ticks is >= long.MinValue and <= long.MaxValue;
    }

    public Value Convert(long raw, FactLog log)
    {
        log.Refuse(FormattableString.Invariant($"{raw} {unit.ToString().ToLowerInvariant()}s ") + (isInstant ? "from 1970 are no instant" : "are no duration")
            + " of the years 1 to 9999 in ticks of 100 nanoseconds");
        return Value.Unknown;
    }
}
