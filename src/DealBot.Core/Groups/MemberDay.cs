namespace DealBot.Core.Groups;

/// <summary>What is known of a group's members of one day, by the group's own clock.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Day">The local day.</param>
/// <param name="Members">How many it had when the platform was asked that day; null if it did not tell.</param>
/// <param name="Joined">How many came, as far as the platform told.</param>
/// <param name="Left">How many left, as far as the platform told.</param>
public sealed record MemberDay(string GroupId, DateOnly Day, long? Members, long Joined, long Left);
