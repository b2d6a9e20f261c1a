namespace DealBot.Core.Groups;

/// <summary>Keeps which groups are paused, over restarts.</summary>
public interface IPauseStore
{
    /// <summary>Pauses that are not over at a moment, by group.</summary>
    Task<IReadOnlyDictionary<string, GroupPause>> ListAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The latest pause of each group that held after a moment, also one that is over: what went by unposted meanwhile went by because of it.</summary>
    Task<IReadOnlyDictionary<string, GroupPause>> SinceAsync(DateTimeOffset moment, CancellationToken cancellationToken);

    /// <summary>Pauses a group. What was said of it later than <see cref="GroupPause.Since"/> stays: of two orders the later one holds, in whatever order they come.</summary>
    Task PauseAsync(GroupPause pause, CancellationToken cancellationToken);

    /// <summary>Ends a group's pause.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="at">When that was said.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Whether one was ended that still held.</returns>
    Task<bool> ResumeAsync(string groupId, DateTimeOffset at, CancellationToken cancellationToken);
}
