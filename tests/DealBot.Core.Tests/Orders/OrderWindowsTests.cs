using DealBot.Contracts;
using DealBot.Core.Orders;

namespace DealBot.Core.Tests.Orders;

public sealed class OrderWindowsTests
{
    private static readonly DateTimeOffset Now = Some.Morning;
    private static readonly NetworkLimits Limits = new(TimeSpan.FromHours(1), TimeSpan.FromDays(90));
    private static readonly OrderOptions Options = new() { OverlapMinutes = 10, FirstBackfillHours = 24 };

    [Test]
    public void A_sync_on_time_reads_one_window_that_begins_a_little_before_the_watermark() =>
        Assert.That(Since(Now.AddMinutes(-5)), Is.EqualTo(new[] { new OrderWindow(Now.AddMinutes(-15), Now) }));

    [Test]
    public void The_first_sync_fills_back()
    {
        var windows = Since(null);

        Assert.That(windows[0].From, Is.EqualTo(Now.AddHours(-24).AddMinutes(-10)));
        AssertCovers(windows, Now.AddHours(-24).AddMinutes(-10));
    }

    [Test]
    public void An_outage_of_thirty_hours_is_filled_in_windows_that_the_network_allows()
    {
        var windows = Since(Now.AddHours(-30));

        Assert.That(windows, Has.Count.EqualTo(31));
        AssertCovers(windows, Now.AddHours(-30).AddMinutes(-10));
    }

    [Test]
    public void Nothing_is_asked_for_that_is_too_old_for_the_network_by_the_time_the_question_arrives() =>
        AssertCovers(Since(Now.AddDays(-200), Limits with { MaxOrderAge = TimeSpan.FromDays(2) }), Now.AddDays(-2).AddMinutes(10));

    [Test]
    public void A_watermark_of_a_clock_that_ran_ahead_is_no_watermark() =>
        Assert.That(Since(Now.AddHours(3)), Is.EqualTo(Since(null)));

    [Test]
    public void After_a_clock_that_ran_ahead_a_day_is_read_again_however_short_the_first_back_fill() =>
        Assert.That(OrderWindows.Since(Now.AddHours(1), Now, Limits, new OrderOptions { FirstBackfillHours = 0 }).First().From, Is.EqualTo(Now.AddHours(-24).AddMinutes(-10)));

    [Test]
    public void A_gap_of_exactly_one_window_is_one_window() => Assert.That(Since(Now.AddMinutes(-50)), Has.Count.EqualTo(1));

    [Test]
    public void Whatever_the_gap_windows_follow_each_other_without_a_hole()
    {
        var random = new Random(9);
        for (var i = 0; i < 200; i++)
        {
            var watermark = Now.AddSeconds(-random.Next(0, 400_000));
            AssertCovers(Since(watermark), watermark.AddMinutes(-10));
        }
    }

    private static List<OrderWindow> Since(DateTimeOffset? watermark, NetworkLimits? limits = null) => [.. OrderWindows.Since(watermark, Now, limits ?? Limits, Options)];

    private static void AssertCovers(List<OrderWindow> windows, DateTimeOffset from)
    {
        Assert.That(windows[0].From, Is.EqualTo(from));
        Assert.That(windows[^1].To, Is.EqualTo(Now));
        Assert.That(windows.Zip(windows.Skip(1)).All(pair => pair.First.To == pair.Second.From), Is.True, "no hole");
        Assert.That(windows.All(window => window.To > window.From && window.To - window.From <= TimeSpan.FromHours(1)), Is.True, "within the limit");
    }
}
