using System.Diagnostics.Metrics;

namespace DealBot.Host.Telemetry;

/// <summary>The meter of one service and what is counted as it happens. What the ledger knows is read from it: see <see cref="LedgerGauges"/>.</summary>
public sealed class DealBotMeter : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "DealBot";

    /// <summary>Bounds that tell a quick answer from a slow one, and a post in time from one that is minutes late.</summary>
    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1200, 3600] };

    private readonly Histogram<double> _jobs;
    private readonly Counter<long> _jobFailures;
    private readonly Histogram<double> _lateness;

    public DealBotMeter()
    {
        Meter = new Meter(Name);
        _jobs = Meter.CreateHistogram("dealbot.job.duration", "s", "How long a job took", tags: null, Seconds);
        _jobFailures = Meter.CreateCounter<long>("dealbot.job.failures", "{failure}", "Turns of a job that failed");
        _lateness = Meter.CreateHistogram("dealbot.post.lateness", "s", "From a post's planned moment until it was sent", tags: null, Seconds);
    }

    /// <summary>For what adds instruments of its own.</summary>
    public Meter Meter { get; }

    public void JobEnded(string job, TimeSpan took, bool failed)
    {
        _jobs.Record(took.TotalSeconds, new KeyValuePair<string, object?>("job", job));
        if (failed)
        {
            _jobFailures.Add(1, new KeyValuePair<string, object?>("job", job));
        }
    }

    public void PostSent(string kind, TimeSpan late) => _lateness.Record(Math.Max(0, late.TotalSeconds), new KeyValuePair<string, object?>("kind", kind));

    public void Dispose() => Meter.Dispose();
}
