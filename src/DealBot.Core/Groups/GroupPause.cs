namespace DealBot.Core.Groups;

/// <summary>A group whose slots are not posted for a while, because its owner said so.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Since">When it began.</param>
/// <param name="Until">When it ends; null if only the owner ends it.</param>
public sealed record GroupPause(string GroupId, DateTimeOffset Since, DateTimeOffset? Until)
{
    /// <summary>Whether it holds at a moment.</summary>
    public bool Holds(DateTimeOffset at) => at >= Since && (Until is not { } end || at < end);
}
