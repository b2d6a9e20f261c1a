namespace DealBot.Contracts;

/// <summary>A span of time that orders are asked for, start inclusive, end exclusive where the network can.</summary>
/// <param name="From">Start.</param>
/// <param name="To">End, after the start.</param>
/// <param name="By">Which time of a row must lie in it.</param>
public sealed record OrderWindow(DateTimeOffset From, DateTimeOffset To, OrderTime By = OrderTime.Updated);
