namespace DealBot.Simulators.Market;

/// <summary>How a simulated affiliate network behaves, whichever it is.</summary>
public record NetworkSimulatorOptions
{
    /// <summary>The clock by which signatures age, prices change and orders move. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Two simulators with the same seed, clock and calls answer the same. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Draws an SVG text as JPEG; null serves the SVG itself as image/svg+xml. Must be safe to call from many threads.</summary>
    public Func<string, byte[]>? DrawImage { get; init; }

    /// <summary>Calls that an application may make within one second of <see cref="Clock"/>; beyond it the network says that it was too often.</summary>
    public int RequestsPerSecond { get; init; } = 100_000;

    /// <summary>How fast and how well orders turn out.</summary>
    public OrderPace OrderPace { get; init; } = new();

    /// <summary>Told the method of each call before anything is answered; the answer waits for it. For trials that end the caller at this moment.</summary>
    public Func<string, Task>? Answering { get; init; }

    /// <summary>Told the method of each call whose answer was handed to the network.</summary>
    public Func<string, Task>? Answered { get; init; }
}
