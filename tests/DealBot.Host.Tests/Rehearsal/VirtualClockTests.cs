using DealBot.Host.Rehearsal;

namespace DealBot.Host.Tests.Rehearsal;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class VirtualClockTests
{
    private readonly VirtualClock _clock = new(Some.Morning);

    [Test, CancelAfter(120_000)]
    public async Task Wait_ends_at_once_and_puts_the_clock_forward(CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromHours(3), _clock, cancellationToken);

        Assert.That(_clock.GetUtcNow(), Is.EqualTo(Some.Morning.AddHours(3)));
    }

    [Test, CancelAfter(120_000)]
    public async Task Elapsed_time_is_virtual_time(CancellationToken cancellationToken)
    {
        var start = _clock.GetTimestamp();

        await Task.Delay(TimeSpan.FromMinutes(7), _clock, cancellationToken);

        Assert.That(_clock.GetElapsedTime(start), Is.EqualTo(TimeSpan.FromMinutes(7)));
    }

    [Test]
    public void Clock_never_goes_back()
    {
        _clock.MoveTo(Some.Morning.AddMinutes(-1));

        Assert.That(_clock.GetUtcNow(), Is.EqualTo(Some.Morning));
    }

    [Test]
    public void Timer_that_is_not_set_moves_nothing()
    {
        using var timer = _clock.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        Assert.That(_clock.GetUtcNow(), Is.EqualTo(Some.Morning));
    }

    [Test, CancelAfter(120_000)]
    public async Task Waits_from_many_threads_all_count(CancellationToken cancellationToken)
    {
        await Parallel.ForAsync(0, 200, cancellationToken, async (_, token) => await Task.Delay(TimeSpan.FromSeconds(1), _clock, token));

        // Waits that overlap share time, but none is lost and none counts twice.
        Assert.That(_clock.GetUtcNow() - Some.Morning, Is.InRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(200)));
    }
}
