namespace DealBot.Benchmarks.Adapters;

/// <summary>A post that arrived.</summary>
/// <param name="Account">Adapter and number of the account within the round.</param>
/// <param name="Seconds">How long after it was due, by the simulator's clock.</param>
internal sealed record Arrival(string Account, double Seconds);
