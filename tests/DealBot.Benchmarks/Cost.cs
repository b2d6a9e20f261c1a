namespace DealBot.Benchmarks;

/// <summary>What doing something once costs.</summary>
internal sealed record Cost(double Microseconds, double Kilobytes);
