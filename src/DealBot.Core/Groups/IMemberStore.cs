namespace DealBot.Core.Groups;

/// <summary>Keeps how many members groups had, day by day. Only what platforms told is in it; nothing is reckoned or guessed.</summary>
public interface IMemberStore
{
    /// <summary>Keeps the count of a day; a later one replaces it.</summary>
    Task CountAsync(string groupId, DateOnly day, int members, CancellationToken cancellationToken);

    /// <summary>Days from the first to the last, both included, by group and day.</summary>
    Task<IReadOnlyList<MemberDay>> ReadAsync(IReadOnlyCollection<string> groupIds, DateOnly from, DateOnly until, CancellationToken cancellationToken);
}
