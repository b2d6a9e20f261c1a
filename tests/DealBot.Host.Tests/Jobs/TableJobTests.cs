using System.Diagnostics.Metrics;
using System.Reflection;
using DealBot.Host.Jobs;
using DealBot.Host.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Quartz;

namespace DealBot.Host.Tests.Jobs;

public sealed class TableJobTests
{
    private readonly DealBotMeter _meter = new();
    private readonly Machine _machine = new();
    private readonly ApplicationLifetime _life = new(NullLogger<ApplicationLifetime>.Instance);

    [Test]
    public async Task Runs_the_row_of_its_name_only()
    {
        var ran = new List<string>();
        JobRow Noting(string name) => Row(name, (_, _) =>
        {
            ran.Add(name);
            return Task.CompletedTask;
        });

        await Job(Noting("slots"), Noting("orders")).Execute(ContextOf("orders"));

        Assert.That(ran, Is.EqualTo(new[] { "orders" }));
    }

    [Test]
    public void What_a_job_throws_does_not_escape()
    {
        var job = Job(Row("bad", (_, _) => throw new InvalidOperationException("broken")));

        Assert.That(async () => await job.Execute(ContextOf("bad")), Throws.Nothing);
    }

    [Test]
    public void Job_stopped_with_the_service_ends_quietly()
    {
        var job = Job(Row("long", (_, token) => Task.FromCanceled(token)));

        Assert.That(async () => await job.Execute(ContextOf("long"), new CancellationToken(canceled: true)), Throws.Nothing);
    }

    /// <summary>Quartz, which comes after the web side, may have to wait for visitors.</summary>
    [Test]
    [CancelAfter(120_000)]
    public async Task Job_hears_of_a_stop_when_it_begins_and_not_when_it_is_Quartzs_turn(CancellationToken cancellationToken)
    {
        var life = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        var job = Job(new ClockSteps(_machine), life, Row("long", (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, token)));
        var executed = job.Execute(ContextOf("long"), cancellationToken);

        life.StopApplication();

        await executed;
        Assert.That(cancellationToken.IsCancellationRequested, Is.False);
    }

    [Test]
    public async Task Failure_is_counted_under_the_jobs_name_and_a_stop_is_none()
    {
        var failures = new List<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, listening) => listening.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) =>
        {
            if (ReferenceEquals(instrument.Meter, _meter.Meter) && instrument.Name == "dealbot.job.failures")
            {
                failures.Add($"{tags[0].Value}");
            }
        });
        listener.Start();

        await Job(Row("bad", (_, _) => throw new InvalidOperationException("broken"))).Execute(ContextOf("bad"));
        await Job(Row("locked", (_, _) => throw new Microsoft.Data.Sqlite.SqliteException("database is locked", 5))).Execute(ContextOf("locked"));
        await Job(Row("good", (_, _) => Task.CompletedTask)).Execute(ContextOf("good"));
        await Job(Row("long", (_, token) => Task.FromCanceled(token))).Execute(ContextOf("long"), new CancellationToken(canceled: true));

        Assert.That(failures, Is.EqualTo(new[] { "bad", "locked" }));
    }

    /// <summary>Its next turn is reckoned by a clock that is ahead, and would be long in coming.</summary>
    [Test]
    public async Task A_turn_while_the_clock_is_ahead_for_a_moment_is_noted()
    {
        var clock = new ClockSteps(_machine);

        _machine.Set(TimeSpan.FromHours(1));
        await Job(clock, Row("slots", (_, _) => Task.CompletedTask)).Execute(ContextOf("slots"));
        _machine.Set(-TimeSpan.FromHours(1));

        Assert.That(clock.SetBack(), Is.EqualTo(TimeSpan.FromHours(1)));
    }

    [OneTimeTearDown]
    public void CloseMeter() => _meter.Dispose();

    private TableJob Job(params JobRow[] rows) => Job(new ClockSteps(_machine), rows);

    private TableJob Job(ClockSteps clock, params JobRow[] rows) => Job(clock, _life, rows);

    private TableJob Job(ClockSteps clock, ApplicationLifetime life, params JobRow[] rows) =>
        new(rows, new ServiceCollection().BuildServiceProvider(), _meter, clock, life, NullLogger<TableJob>.Instance);

    private static JobRow Row(string name, Func<IServiceProvider, CancellationToken, Task> run) => new(name, SimpleScheduleBuilder.Create, run);

    private static IJobExecutionContext ContextOf(string name)
    {
        var context = DispatchProxy.Create<IJobExecutionContext, NamedContext>();
        ((NamedContext)context).Detail = JobBuilder.Create<TableJob>().WithIdentity(name).Build();
        return context;
    }

    /// <summary>A context of which only the job is known; the interface has two dozen members that nobody asks for.</summary>
    public class NamedContext : DispatchProxy
    {
        public IJobDetail? Detail { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod?.Name == $"get_{nameof(IJobExecutionContext.JobDetail)}" ? Detail : throw new NotSupportedException(targetMethod?.Name);
    }
}
