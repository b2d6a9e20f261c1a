namespace DealBot.Contracts;

/// <summary>A span of update times, start inclusive, end exclusive where the network can.</summary>
/// <param name="From">Start.</param>
/// <param name="To">End, after the start.</param>
public sealed record OrderWindow(DateTimeOffset From, DateTimeOffset To);
