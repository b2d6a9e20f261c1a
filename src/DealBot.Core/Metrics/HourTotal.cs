namespace DealBot.Core.Metrics;

/// <summary>Some groups' figures together for one hour.</summary>
/// <param name="Hour">Start of the hour.</param>
/// <param name="Figures">The figures.</param>
public sealed record HourTotal(DateTimeOffset Hour, Figures Figures);
