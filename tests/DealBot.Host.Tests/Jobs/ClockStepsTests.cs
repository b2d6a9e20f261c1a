using DealBot.Host.Jobs;

namespace DealBot.Host.Tests.Jobs;

public sealed class ClockStepsTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Machine _machine = new();

    [Test]
    public void Clock_that_goes_on_was_not_set_back()
    {
        var steps = new ClockSteps(_machine);

        _machine.Pass(Hour);

        Assert.That(steps.SetBack(), Is.Null);
    }

    [Test]
    public void Clock_that_was_set_back_is_told_once()
    {
        var steps = new ClockSteps(_machine);

        _machine.Set(-Hour);
        _machine.Pass(TimeSpan.FromSeconds(5));

        Assert.That(steps.SetBack(), Is.EqualTo(Hour));
        Assert.That(steps.SetBack(), Is.Null);
    }

    [Test]
    public void Clock_that_was_set_forward_is_nothing_to_tell()
    {
        var steps = new ClockSteps(_machine);

        _machine.Set(Hour);

        Assert.That(steps.SetBack(), Is.Null);
    }

    private sealed class Machine : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 6, 1, 1, 0, 0, TimeSpan.Zero);
        private TimeSpan _up;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => _now;

        public override long GetTimestamp() => _up.Ticks;

        public void Set(TimeSpan by) => _now += by;

        public void Pass(TimeSpan time)
        {
            _now += time;
            _up += time;
        }
    }
}
