namespace DealBot.Simulators.Market;

/// <summary>Switches faults on and off while the simulator runs. Safe to use from many threads.</summary>
public sealed class NetworkFaults
{
    private readonly Lock _lock = new();
    private readonly List<Armed> _armed = [];
    private long _lateByTicks = TimeSpan.FromMinutes(7).Ticks;
    private long _slowByTicks = TimeSpan.FromSeconds(2).Ticks;

    /// <summary>How long after its modifyTime a late change shows. Default 7 minutes of the simulator's clock.</summary>
    public TimeSpan LateBy
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _lateByTicks));
        set => Interlocked.Exchange(ref _lateByTicks, value.Ticks);
    }

    /// <summary>How much longer a slow response takes. Default 2 seconds of real time, whatever the simulator's clock.</summary>
    public TimeSpan SlowBy
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _slowByTicks));
        set => Interlocked.Exchange(ref _slowByTicks, value.Ticks);
    }

    /// <summary>Lets the next calls suffer a fault. Different faults add up; the same fault queues.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="calls">How many calls (or order changes); <see cref="int.MaxValue"/> means until cleared.</param>
    /// <param name="method">Only calls of this API method; null means any.</param>
    public void Next(NetworkFault fault, int calls = 1, string? method = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(calls, 1);
        lock (_lock)
            _armed.Add(new Armed(fault, method) { Left = calls });
    }

    /// <summary>Switches all faults off.</summary>
    public void Clear()
    {
        lock (_lock)
            _armed.Clear();
    }

    internal bool Take(NetworkFault fault, string? method)
    {
        lock (_lock)
        {
            var armed = _armed.Find(one => one.Fault == fault && (one.Method is null || one.Method == method));
            if (armed is null)
                return false;

            if (armed.Left != int.MaxValue && --armed.Left == 0)
                _armed.Remove(armed);
            return true;
        }
    }

    private sealed record Armed(NetworkFault Fault, string? Method)
    {
        public int Left { get; set; }
    }
}
