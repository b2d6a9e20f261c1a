using DealBot.Contracts;

namespace DealBot.Core.Metrics;

/// <summary>One group's figures for one hour. Orders count in the hour they were placed, whatever becomes of them later.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Hour">Start of the hour.</param>
/// <param name="Figures">The figures.</param>
public sealed record HourlyMetrics(string GroupId, DateTimeOffset Hour, Figures Figures);
