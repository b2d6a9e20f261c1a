using DealBot.Contracts;
using DealBot.Core.Posting;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace DealBot.Core.Tests.Posting;

public sealed class SendQuotaTests
{
    private static readonly DateTimeOffset Now = Some.Morning;

    [Test]
    public void Without_a_limit_the_next_message_is_always_allowed() => Assert.That(Next(Limits(), Past(Enumerable.Repeat(0, 1000))), Is.EqualTo(Now));

    [Test]
    public void Below_the_limit_the_next_message_is_allowed_now() => Assert.That(Next(Limits(perMinute: 3), Past([-5, -1])), Is.EqualTo(Now));

    [Test]
    public void At_the_limit_the_next_message_waits_for_the_oldest_to_leave_the_window() =>
        Assert.That(Next(Limits(perMinute: 3), Past([-40, -5, -1])), Is.EqualTo(Now.AddSeconds(20)));

    [Test]
    public void Over_the_limit_it_waits_until_only_so_many_are_left() =>
        Assert.That(Next(Limits(perMinute: 2), Past([-50, -40, -30, -20])), Is.EqualTo(Now.AddSeconds(30)));

    [Test]
    public void Never_earlier_than_now() => Assert.That(Next(Limits(perMinute: 1), Past([-600])), Is.EqualTo(Now));

    [Test]
    public void The_longest_wait_of_several_windows_holds() =>
        Assert.That(Next(Limits(perMinute: 2, perHour: 3), Past([-3000, -20, -10])), Is.EqualTo(Now.AddMinutes(10)));

    [Test]
    public void A_full_day_waits_for_the_platform_s_midnight() =>
        Assert.That(Next(Limits(perDay: 2), Past([-7200, -3600])), Is.EqualTo(Some.Shanghai("2026-06-02 00:00")));

    [Test]
    public void Yesterday_s_messages_leave_a_new_day_empty() =>
        Assert.That(Next(Limits(perDay: 2), Past([-36_000, -35_000])), Is.EqualTo(Now), "nine in the morning: both were before midnight");

    [Test]
    public void The_limit_of_pictures_holds_back_pictures_alone()
    {
        var limits = Limits() with { ImagesPerDay = 5 };

        Assert.That(QuotaWindow.Of(limits, isImage: false), Is.Empty);
        Assert.That(QuotaWindow.Of(limits, isImage: true).Single(), Is.EqualTo(new QuotaWindow(5, null, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), ImagesOnly: true)));
    }

    [Test]
    public void A_full_month_waits_for_the_first_of_the_next_by_the_platform_s_clock()
    {
        var window = new QuotaWindow(2, null, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")) { OfAddress = true, OfMonth = true };

        Assert.That(SendQuota.NextAllowed([window], [Some.Shanghai("2026-06-01 00:00")], Now), Is.EqualTo(Some.Shanghai("2026-07-01 00:00")));
        Assert.That(SendQuota.NextAllowed([window], [Some.Shanghai("2026-05-31 23:59")], Now), Is.EqualTo(Now), "that was last month");
        Assert.That(SendQuota.NextAllowed([window], [Some.Shanghai("2026-12-31 23:59")], Some.Shanghai("2026-12-31 23:59")), Is.EqualTo(Some.Shanghai("2027-01-01 00:00")));
    }

    [Test]
    public void Windows_of_the_address_count_beside_those_of_the_account()
    {
        var limits = Limits(perMinute: 20) with { LeastGap = TimeSpan.FromSeconds(2), AddressMessagesPerMinute = 3, AddressMessagesPerDay = 4, AddressMessagesPerMonth = 5 };

        Assert.That(
            QuotaWindow.Of(limits, isImage: false).Select(window => (window.Most, window.Length, window.OfAddress, window.OfMonth)),
            Is.EqualTo(new (int, TimeSpan?, bool, bool)[]
            {
                (1, TimeSpan.FromSeconds(2), false, false),
                (20, TimeSpan.FromMinutes(1), false, false),
                (3, TimeSpan.FromMinutes(1), true, false),
                (4, null, true, false),
                (5, null, true, true),
            }));
    }

    [Test]
    public void Who_waits_as_told_never_exceeds_any_window_and_never_waits_longer_than_needed()
    {
        var cases =
            from perMinute in Gen.Choose(1, 20)
            from perHour in Gen.Choose(1, 60)
            from perDay in Gen.Choose(1, 100)
            from perMonth in Gen.Choose(1, 400)
            from gap in Gen.Choose(0, 20)
            from idle in Gen.ArrayOf(Gen.Choose(0, 600_000), 150)
            select (Limits: Limits(perMinute, perHour, perDay) with { AddressMessagesPerMonth = perMonth, LeastGap = TimeSpan.FromSeconds(gap) }, Idle: idle);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20260618), FSharpOption<int>.None))),
            Prop.ForAll(Arb.From(cases), example =>
            {
                var windows = QuotaWindow.Of(example.Limits, isImage: false);
                var sent = new List<DateTimeOffset>();
                var now = Now;
                foreach (var idle in example.Idle)
                {
                    now = now.AddMilliseconds(idle);
                    var next = SendQuota.NextAllowed(windows, NthLast(windows, sent, now), now);
                    if (!Fits(windows, sent, next))
                        throw new InvalidOperationException($"a window is exceeded at {next}");
                    if (next > now && Fits(windows, sent, next.AddMilliseconds(-1)))
                        throw new InvalidOperationException($"it could have been sent before {next}");
                    sent.Add(now = next);
                }
            }));
    }

    /// <summary>Whether one more message at a moment leaves every window within its limit: reckoned by looking at every window there is.</summary>
    private static bool Fits(IReadOnlyList<QuotaWindow> windows, IReadOnlyList<DateTimeOffset> sent, DateTimeOffset at) =>
        windows.All(window => sent.Count(other => window.Length is { } length
            ? other > at - length
            : PeriodOf(window, other) == PeriodOf(window, at)) < window.Most);

    private static DateTime PeriodOf(QuotaWindow window, DateTimeOffset at)
    {
        var day = at.ToOffset(TimeSpan.FromHours(8)).Date;
        return window.OfMonth ? day.AddDays(1 - day.Day) : day;
    }

    private static DateTimeOffset Next(AdapterLimits limits, IReadOnlyList<DateTimeOffset> sent)
    {
        var windows = QuotaWindow.Of(limits, isImage: false);
        return SendQuota.NextAllowed(windows, NthLast(windows, sent, Now), Now);
    }

    private static List<DateTimeOffset?> NthLast(IReadOnlyList<QuotaWindow> windows, IReadOnlyList<DateTimeOffset> sent, DateTimeOffset now) =>
        [.. windows.Select(window => sent.Where(at => at <= now).OrderDescending().Select(at => (DateTimeOffset?)at).ElementAtOrDefault(window.Most - 1))];

    private static AdapterLimits Limits(int? perMinute = null, int? perHour = null, int? perDay = null) => new()
    {
        Kinds = MessageKinds.Text,
        TextLength = 1,
        MessagesPerMinute = perMinute,
        MessagesPerHour = perHour,
        MessagesPerDay = perDay,
    };

    private static List<DateTimeOffset> Past(IEnumerable<int> seconds) => [.. seconds.Select(second => Now.AddSeconds(second))];
}
