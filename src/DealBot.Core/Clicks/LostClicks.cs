namespace DealBot.Core.Clicks;

/// <summary>Clicks of a group and hour that could not be kept.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Hour">Start of the hour.</param>
/// <param name="Count">How many.</param>
public sealed record LostClicks(string GroupId, DateTimeOffset Hour, long Count);
