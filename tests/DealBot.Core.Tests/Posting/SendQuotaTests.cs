using DealBot.Contracts;
using DealBot.Core.Posting;

namespace DealBot.Core.Tests.Posting;

public sealed class SendQuotaTests
{
    private static readonly DateTimeOffset Now = Some.Morning;

    [Test]
    public void Without_a_limit_the_next_message_is_always_allowed() =>
        Assert.That(SendQuota.NextAllowed(Limits(null), [.. Enumerable.Repeat(Now, 1000)], Now), Is.EqualTo(Now));

    [Test]
    public void Below_the_limit_the_next_message_is_allowed_now() => Assert.That(SendQuota.NextAllowed(Limits(3), At(-5, -1), Now), Is.EqualTo(Now));

    [Test]
    public void At_the_limit_the_next_message_waits_for_the_oldest_to_leave_the_window() =>
        Assert.That(SendQuota.NextAllowed(Limits(3), At(-40, -5, -1), Now), Is.EqualTo(Now.AddSeconds(20)));

    [Test]
    public void Over_the_limit_it_waits_until_only_so_many_are_left() =>
        Assert.That(SendQuota.NextAllowed(Limits(2), At(-50, -40, -30, -20), Now), Is.EqualTo(Now.AddSeconds(30)));

    [Test]
    public void Never_earlier_than_now() => Assert.That(SendQuota.NextAllowed(Limits(1), At(-600), Now), Is.EqualTo(Now));

    [Test]
    public void Who_waits_as_told_never_exceeds_the_quota_within_any_minute()
    {
        var random = new Random(5);
        var limits = Limits(20);
        var sent = new List<DateTimeOffset>();
        for (var now = Now; sent.Count < 400;)
        {
            var next = SendQuota.NextAllowed(limits, [.. sent.Where(at => at > now - SendQuota.Window)], now);
            if (next > now)
            {
                now = next;
                continue;
            }

            sent.Add(now);
            now = now.AddMilliseconds(random.Next(0, 4000));
        }

        Assert.That(sent.All(start => sent.Count(at => at >= start && at < start + SendQuota.Window) <= 20), Is.True);
    }

    private static AdapterLimits Limits(int? perMinute) => new() { Kinds = MessageKinds.Text, TextBytes = 1, MessagesPerMinute = perMinute };

    private static List<DateTimeOffset> At(params int[] seconds) => [.. seconds.Select(second => Now.AddSeconds(second))];
}
