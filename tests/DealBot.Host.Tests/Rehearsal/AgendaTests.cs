using DealBot.Host.Jobs;
using DealBot.Host.Rehearsal;
using Quartz;

namespace DealBot.Host.Tests.Rehearsal;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class AgendaTests
{
    private readonly VirtualClock _clock = new(Some.Morning);
    private readonly List<string> _done = [];

    [Test]
    public async Task Things_happen_by_time_whatever_the_order_they_were_put_down_in()
    {
        var agenda = new Agenda(_clock);
        agenda.Add(Some.Morning.AddMinutes(2), Note("late"));
        agenda.Add(Some.Morning.AddMinutes(1), Note("early"));

        await RunAsync(agenda);

        Assert.That(_done, Is.EqualTo(new[] { "early 09:01:00", "late 09:02:00" }));
    }

    [Test]
    public async Task Things_of_one_moment_happen_in_the_order_they_were_put_down_in()
    {
        var agenda = new Agenda(_clock);
        foreach (var name in (string[])["a", "b", "c", "d", "e"])
        {
            agenda.Add(Some.Morning.AddMinutes(1), Note(name));
        }

        await RunAsync(agenda);

        Assert.That(_done.Select(line => line[0]), Is.EqualTo("abcde"));
    }

    [Test]
    public async Task What_happens_may_put_more_on_the_agenda()
    {
        var agenda = new Agenda(_clock);
        agenda.Add(Some.Morning.AddMinutes(3), Note("last"));
        agenda.Add(Some.Morning.AddMinutes(1), token =>
        {
            agenda.Add(Some.Morning.AddMinutes(2), Note("added"));
            return Task.CompletedTask;
        });

        await RunAsync(agenda);

        Assert.That(_done, Is.EqualTo(new[] { "added 09:02:00", "last 09:03:00" }));
    }

    [Test]
    public async Task What_comes_at_the_end_or_later_does_not_happen()
    {
        var agenda = new Agenda(_clock);
        agenda.Add(Some.Morning.AddHours(1), Note("too late"));

        await RunAsync(agenda);

        Assert.That(_done, Is.Empty);
        Assert.That(_clock.GetUtcNow(), Is.EqualTo(Some.Morning.AddHours(1)));
    }

    [Test]
    public async Task Job_every_five_seconds_runs_twelve_times_a_minute_from_the_start_on()
    {
        var agenda = new Agenda(_clock);
        agenda.Add(Row("five", Every(TimeSpan.FromSeconds(5))), Some.Morning, Note("five"));

        await agenda.RunAsync(Some.Morning.AddMinutes(1), static _ => { }, CancellationToken.None);

        Assert.That(_done, Is.EqualTo(Enumerable.Range(0, 12).Select(turn => $"five 09:00:{turn * 5:00}")));
    }

    [Test]
    public async Task Jobs_of_one_moment_run_in_the_order_of_the_table()
    {
        var agenda = new Agenda(_clock);
        foreach (var name in (string[])["first", "second"])
        {
            agenda.Add(Row(name, Every(TimeSpan.FromMinutes(20))), Some.Morning, Note(name));
        }

        await RunAsync(agenda);

        Assert.That(_done.Select(line => line.Split(' ')[0]), Is.EqualTo(new[] { "first", "second", "first", "second", "first", "second" }));
    }

    [Test]
    public async Task Job_that_waits_past_the_next_turn_misses_none()
    {
        var agenda = new Agenda(_clock);
        agenda.Add(Row("slow", Every(TimeSpan.FromMinutes(20))), Some.Morning, async token =>
        {
            await Note("slow")(token);
            await Task.Delay(TimeSpan.FromMinutes(25), _clock, token);
        });

        await RunAsync(agenda);

        Assert.That(_done, Is.EqualTo(new[] { "slow 09:00:00", "slow 09:25:00", "slow 09:50:00" }));
    }

    [Test]
    public void Cancelled_day_ends()
    {
        var agenda = new Agenda(_clock);
        agenda.Add(Some.Morning.AddMinutes(1), Note("never"));

        Assert.That(
            async () => await agenda.RunAsync(Some.Morning.AddHours(1), static _ => { }, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_done, Is.Empty);
    }

    private static SimpleScheduleBuilder Every(TimeSpan interval) => SimpleScheduleBuilder.Create().WithInterval(interval).RepeatForever();

    private static JobRow Row(string name, IScheduleBuilder schedule) => new(name, () => schedule, (_, _) => Task.CompletedTask);

    private static Task RunAsync(Agenda agenda) => agenda.RunAsync(Some.Morning.AddHours(1), static _ => { }, CancellationToken.None);

    private Func<CancellationToken, Task> Note(string name) => _ =>
    {
        _done.Add($"{name} {_clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)):HH:mm:ss}");
        return Task.CompletedTask;
    };
}
