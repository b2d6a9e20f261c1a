using System.Diagnostics;

namespace DealBot.Benchmarks.Orders;

/// <summary>Time that turns of work took, by the clock and of the processor: on a machine that does other things only the second says much.</summary>
internal sealed class Spent
{
    private readonly Stopwatch _watch = new();
    private TimeSpan _began;

    public TimeSpan Elapsed => _watch.Elapsed;

    public TimeSpan Processor { get; private set; }

    public void Begin()
    {
        _began = Environment.CpuUsage.TotalTime;
        _watch.Start();
    }

    public void End()
    {
        _watch.Stop();
        Processor += Environment.CpuUsage.TotalTime - _began;
    }
}
