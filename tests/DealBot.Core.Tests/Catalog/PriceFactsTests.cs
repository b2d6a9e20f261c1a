using DealBot.Contracts;
using DealBot.Core.Catalog;

namespace DealBot.Core.Tests.Catalog;

public sealed class PriceFactsTests
{
    private const int Today = 20_000;

    [TestCase(7, 7)]
    [TestCase(29, 7)]
    [TestCase(30, 30)]
    [TestCase(89, 30)]
    [TestCase(90, 90)]
    [TestCase(180, 180)]
    [TestCase(365, 365)]
    [TestCase(700, 365)]
    public void A_low_is_told_of_the_longest_span_that_was_watched_whole(int watched, int span)
    {
        Assert.That(Facts(90, Seen(watched, 1, 100)).LowOfDays, Is.EqualTo(span));
    }

    [Test]
    public void Nothing_is_said_before_the_shortest_span_was_watched()
    {
        Assert.That(Facts(90, Seen(6, 1, 100)), Is.EqualTo(PriceFacts.None));
    }

    [TestCase(99, 30)]
    [TestCase(100, null)]
    [TestCase(101, null)]
    public void The_price_it_always_had_is_no_low_nor_is_a_higher_one(decimal price, int? span)
    {
        Assert.That(Facts(price, Seen(40, 1, 100)).LowOfDays, Is.EqualTo(span));
    }

    [TestCase(1, 30)]
    [TestCase(3, 30)]
    [TestCase(4, null)]
    public void A_low_is_news_for_three_days_and_then_the_price(int reached, int? span)
    {
        Assert.That(Facts(90, Seen(40, reached + 1, 100), Seen(reached, 0, 90)).LowOfDays, Is.EqualTo(span));
    }

    [Test]
    public void A_lower_price_within_the_span_speaks_against_it_and_leaves_shorter_ones()
    {
        Assert.That(Facts(90, Seen(100, 1, 100), Seen(20, 20, 80)).LowOfDays, Is.EqualTo(7));
    }

    [Test]
    public void The_same_price_earlier_in_the_span_makes_it_no_new_low()
    {
        Assert.That(Facts(90, Seen(100, 1, 100), Seen(50, 50, 90)).LowOfDays, Is.EqualTo(30));
    }

    [Test]
    public void A_price_seen_for_a_moment_speaks_against_a_claim_too()
    {
        Assert.That(Facts(90, Seen(40, 1, 100), Seen(0, 0, 1)).LowOfDays, Is.Null);
    }

    [TestCase(15, 30)]
    [TestCase(14, 7)]
    public void Half_of_the_days_must_have_been_seen(int seen, int span)
    {
        // First seen on the first day of the span, then on the last days before today.
        Assert.That(Facts(90, Seen(30, 30, 100), Seen(seen - 1, 1, 100)).LowOfDays, Is.EqualTo(span));
    }

    [TestCase(80, null)]
    [TestCase(100, 30)]
    public void A_price_of_a_day_to_come_speaks_against_a_claim_and_counts_for_none(decimal price, int? span)
    {
        var history = History([.. Seen(40, 1, 100), new PriceDay(Today + 5, Money.FromYuan(price))]);

        Assert.That(PriceFacts.Of(history, Money.FromYuan(90), Today, 30).LowOfDays, Is.EqualTo(span));
        Assert.That(PriceFacts.Of(History([new PriceDay(Today + 5, Money.FromYuan(100))]), Money.FromYuan(90), Today, 30), Is.EqualTo(PriceFacts.None));
    }

    [TestCase(29, null)]
    [TestCase(30, 30)]
    [TestCase(45, 45)]
    public void A_low_since_watched_is_said_only_where_watched_for_long_enough(int watched, int? days)
    {
        Assert.That(Facts(90, Seen(watched, 1, 100)).LowSinceWatched, Is.EqualTo(days));
    }

    [Test]
    public void A_low_since_watched_is_broken_by_a_lower_price_of_any_day()
    {
        Assert.That(Facts(90, Seen(200, 200, 80), Seen(199, 1, 100)).LowSinceWatched, Is.Null);
    }

    [Test]
    public void The_usual_price_is_the_median_of_thirty_days_and_one_wrong_price_does_not_move_it()
    {
        Assert.That(Facts(90, Seen(60, 31, 300), Seen(30, 11, 120), Seen(10, 1, 100), Seen(5, 5, 1)).Usual, Is.EqualTo(Money.FromYuan(120)));
    }

    [TestCase(7, 100)]
    [TestCase(6, null)]
    public void No_price_is_usual_before_it_was_seen_on_seven_days(int days, decimal? usual)
    {
        Assert.That(Facts(90, Seen(days, 1, 100)).Usual?.Yuan, Is.EqualTo(usual));
    }

    [TestCase(66.67, 3333)]
    [TestCase(66.66, 3334)]
    [TestCase(100, null)]
    [TestCase(120, null)]
    public void The_real_discount_is_against_the_usual_price_and_never_rounded_up(decimal price, int? basisPoints)
    {
        Assert.That(Facts(price, Seen(30, 1, 100)).RealDiscount?.BasisPoints, Is.EqualTo(basisPoints));
    }

    [Test]
    public void Today_is_no_day_of_its_own_past()
    {
        Assert.That(Facts(90, Seen(0, 0, 90)), Is.EqualTo(PriceFacts.None));
    }

    /// <summary>Seen at a price on every day from so many days ago until so many days ago.</summary>
    private static IEnumerable<PriceDay> Seen(int from, int until, decimal price) =>
        Enumerable.Range(Today - from, from - until + 1).Select(day => new PriceDay(day, Money.FromYuan(price)));

    private static PriceHistory History(IEnumerable<PriceDay> days) => PriceHistory.Of(days);

    private static PriceFacts Facts(decimal price, params IEnumerable<PriceDay>[] seen) =>
        PriceFacts.Of(History(seen.SelectMany(days => days)), Money.FromYuan(price), Today, 30);
}
