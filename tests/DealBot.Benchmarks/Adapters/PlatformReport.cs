namespace DealBot.Benchmarks.Adapters;

/// <summary>What the simulators have seen.</summary>
/// <param name="Deliveries">Messages that they took.</param>
/// <param name="Refused">Messages that they turned away, by adapter.</param>
internal sealed record PlatformReport(IReadOnlyList<Delivery> Deliveries, IReadOnlyDictionary<string, int> Refused);
