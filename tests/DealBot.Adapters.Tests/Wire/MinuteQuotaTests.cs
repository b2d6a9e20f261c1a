using DealBot.Adapters.Wire;

namespace DealBot.Adapters.Tests.Wire;

public sealed class MinuteQuotaTests
{
    [Test]
    public void Counts_a_call_until_a_minute_after_its_end()
    {
        var time = new ManualTime();
        var quota = new MinuteQuota(1, time);
        quota.TryEnter(out _);
        time.Advance(TimeSpan.FromSeconds(9));
        quota.Leave();
        time.Advance(TimeSpan.FromSeconds(55));

        Assert.That(quota.TryEnter(out var wait), Is.False);
        Assert.That(wait, Is.EqualTo(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public void Counts_calls_that_are_running()
    {
        var quota = new MinuteQuota(1, new ManualTime());
        quota.TryEnter(out _);

        Assert.That(quota.TryEnter(out var wait), Is.False);
        Assert.That(wait, Is.GreaterThan(TimeSpan.Zero));
    }

    [Test]
    public void Forgets_ends_that_a_clock_set_back_left_in_the_future()
    {
        var time = new ManualTime();
        var quota = new MinuteQuota(1, time);
        quota.TryEnter(out _);
        quota.Leave();

        time.Advance(TimeSpan.FromDays(-1));

        Assert.That(quota.TryEnter(out _), Is.True);
    }

    [Test]
    public void Counts_those_of_a_second_as_well_where_it_is_told_to()
    {
        var time = new ManualTime();
        var quota = new MinuteQuota(100, time, perSecond: 2);
        for (var call = 0; call < 2; call++)
        {
            quota.TryEnter(out _);
            quota.Leave();
            time.Advance(TimeSpan.FromMilliseconds(300));
        }

        Assert.That(quota.TryEnter(out var wait), Is.False);
        Assert.That(wait, Is.EqualTo(TimeSpan.FromMilliseconds(400)));
        time.Advance(wait);
        Assert.That(quota.TryEnter(out _), Is.True);
    }
}
