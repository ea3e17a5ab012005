using System.Linq;
using System.Numerics;
using System.Text.Json;
using FsCheck;
using NUnit.Framework;

namespace Retail.Rules.Tests.Facts;

/// <summary>A written number is read exactly or refused, whatever its length: held against big integers.</summary>
[TestFixture]
public class ExactNumberTests
{
    private static readonly RuleSet Number = new Rules().Input("n: number").Compile();

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public void A_number_is_read_exactly_or_refused(bool negative, byte[] whole, byte[] fraction, sbyte exponent, byte zeros, bool quoted)
    {
        var digits = string.Concat(whole.Take(20).Select(digit => (digit % 10).ToString())).TrimStart('0');
        var places = new string('0', zeros % 40) + string.Concat(fraction.Take(20).Select(digit => (digit % 10).ToString()));
        var text = (negative ? "-" : "") + (digits.Length == 0 ? "0" : digits) + (places.Length == 0 ? "" : "." + places) + (exponent == 0 ? "" : "e" + exponent % 30);
        var decision = Number.Evaluate(FactSet.FromJson("{\"n\": " + (quoted ? "\"" + text + "\"" : text) + "}"));

        var (mantissa, scale) = Lowest((negative ? -1 : 1) * BigInteger.Parse("0" + digits + places), places.Length - exponent % 30);
        var fits = scale <= 28 && BigInteger.Abs(mantissa) * BigInteger.Pow(10, System.Math.Max(0, -scale)) < BigInteger.Pow(2, 96);
        Assert.That(decision.Problems.Count == 0, Is.EqualTo(fits), text);
        if (!fits)
            return;
        var bits = decimal.GetBits((decimal)ReadInput(text));
        var read = Lowest(new BigInteger(new decimal(bits[0], bits[1], bits[2], false, 0)) * (bits[3] < 0 ? -1 : 1), (bits[3] >> 16) & 0xFF);
        Assert.That(read, Is.EqualTo((mantissa, scale)), text);
    }

    private static object ReadInput(string text)
    {
        using var document = JsonDocument.Parse("{\"n\": " + text + "}");
        return Retail.Rules.Facts.FactNumbers.TryParse(document.RootElement.GetProperty("n").GetRawText(), out var number) ? number : "refused";
    }

    private static (BigInteger Mantissa, int Scale) Lowest(BigInteger mantissa, int scale)
    {
        if (mantissa.IsZero)
            return (mantissa, 0);
        while (mantissa % 10 == 0)
            (mantissa, scale) = (mantissa / 10, scale - 1);
        return (mantissa, scale);
    }
}
