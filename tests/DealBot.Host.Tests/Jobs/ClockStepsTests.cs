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
    public void Clock_that_was_ahead_between_two_questions_while_somebody_looked_is_told_once()
    {
        var steps = new ClockSteps(_machine);

        _machine.Set(Hour);
        steps.Look();
        _machine.Set(-Hour);
        steps.Look();
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
}
