using System;
using System.Globalization;

namespace Retail.Rules.Batch;

/// <summary>Numbers that no decimal holds, as text for messages.</summary>
internal static class ExactText
{
    public static string Of(Int128 unscaled, int scale)
    {
        var text = unscaled.ToString(CultureInfo.InvariantCulture);
        return scale == 0 ? text : text + "e-" + scale.ToString(CultureInfo.InvariantCulture);
    }
}
