using DealBot.Imaging.Charts;

namespace DealBot.Imaging.Tests.Charts;

public class SvgNumberTests
{
    [TestCase(0, "0")]
    [TestCase(-0.001, "0")]
    [TestCase(1.005e3, "1005")]
    [TestCase(12.3456, "12.35")]
    [TestCase(-7.5, "-7.5")]
    [TestCase(1e20, "100000000000000000000")]
    [TestCase(double.NaN, "0")]
    public void Formats_without_exponent_or_needless_zeros(double value, string text) => Assert.That(SvgNumber.Format(value), Is.EqualTo(text));

    [Test]
    public void Decimals_can_be_chosen() => Assert.That(SvgNumber.Format(1.0 / 3, decimals: 5), Is.EqualTo("0.33333"));
}
