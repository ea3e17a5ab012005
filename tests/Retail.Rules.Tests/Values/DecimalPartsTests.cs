using System.Numerics;
using NUnit.Framework;
using Retail.Rules.Values;

namespace Retail.Rules.Tests.Values;

[TestFixture]
public class DecimalPartsTests
{
    [FsCheck.NUnit.Property(MaxTest = 5_000, Arbitrary = [typeof(Numbers)], QuietOnSuccess = true)]
    public void The_parts_are_those_of_the_bits(decimal number)
    {
        var bits = decimal.GetBits(number);
        var parts = new DecimalParts(number);
        Assert.That(parts.Scale, Is.EqualTo((bits[3] >> 16) & 0xFF));
        Assert.That(parts.High, Is.EqualTo((uint)bits[2]));
        Assert.That(parts.IsZero, Is.EqualTo(number == 0m));
    }

    [FsCheck.NUnit.Property(MaxTest = 5_000, Arbitrary = [typeof(Numbers)], QuietOnSuccess = true)]
    public void The_length_is_never_understated_and_overstated_by_less_than_a_word(decimal number)
    {
        var bits = decimal.GetBits(number);
        var mantissa = (uint)bits[0] + ((BigInteger)(uint)bits[1] << 32) + ((BigInteger)(uint)bits[2] << 64);
        var length = 0;
        for (var rest = mantissa; !rest.IsZero; rest >>= 1)
            length++;
        Assert.That(new DecimalParts(number).BitsAtMost, Is.InRange(length, length <= 32 ? 32 : length));
    }
}
