using DealBot.Contracts;

namespace DealBot.Contracts.Tests;

public sealed class MoneyTests
{
    [TestCase("24.9", 2490)]
    [TestCase("0.01", 1)]
    [TestCase("0.005", 1)]
    [TestCase("-0.005", -1)]
    [TestCase("128888", 12888800)]
    public void Reads_yuan_to_the_nearest_fen(string yuan, long fen) =>
        Assert.That(Money.FromYuan(decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(new Money(fen)));

    [TestCase(2490, "24.9")]
    [TestCase(12800, "128")]
    [TestCase(1, "0.01")]
    [TestCase(0, "0")]
    public void Writes_a_price_without_superfluous_zeros(long fen, string text) =>
        Assert.That(new Money(fen).ToPriceText(), Is.EqualTo(text));

    [Test]
    public void Writes_books_with_two_decimals() => Assert.That(new Money(-2490).ToString(), Is.EqualTo("-24.90"));

    [Test]
    public void Overflow_throws_instead_of_wrapping() =>
        Assert.That(() => new Money(long.MaxValue) + new Money(1), Throws.TypeOf<OverflowException>());

    [TestCase(5400, 500, 270)]
    [TestCase(3990, 150, 60)]
    [TestCase(1, 5000, 1)]
    [TestCase(-1, 5000, -1)]
    public void A_rate_takes_its_share_to_the_nearest_fen(long fen, int basisPoints, long share) =>
        Assert.That(new Rate(basisPoints).Of(new Money(fen)), Is.EqualTo(new Money(share)));

    [Test]
    public void A_percentage_becomes_basis_points() => Assert.That(Rate.FromPercent(11.5m), Is.EqualTo(new Rate(1150)));
}
