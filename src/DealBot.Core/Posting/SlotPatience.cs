using System.Collections.Concurrent;
using DealBot.Core.Links;

namespace DealBot.Core.Posting;

/// <summary>
/// When a slot that was put off for a network's trouble is tried again: a quarter of a minute later, then twice as long each time, a minute at
/// most, and for the last time before it is stale. A restart forgets it; every slot is tried at once then.
/// </summary>
internal sealed class SlotPatience
{
    private static readonly BackOff Pause = new(TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1));

    private readonly ConcurrentDictionary<string, (int Tries, DateTimeOffset Until)> _waiting = new();

    /// <summary>Whether the slot is to wait.</summary>
    public bool IsWaiting(string postId, DateTimeOffset now) =>
        _waiting.TryGetValue(postId, out var wait) && Pause.Holds(wait.Until, now);

    /// <summary>Notes a try in vain.</summary>
    /// <param name="postId">The slot's post.</param>
    /// <param name="now">The moment.</param>
    /// <param name="lastTry">When it has to be tried at the latest.</param>
    public void TriedInVain(string postId, DateTimeOffset now, DateTimeOffset lastTry) => _waiting.AddOrUpdate(
        postId,
        _ => (1, Earlier(now + Pause.After(1), lastTry)),
        (_, wait) => (wait.Tries + 1, Earlier(now + Pause.After(wait.Tries + 1), lastTry)));

    /// <summary>Forgets all but those that are still due.</summary>
    public void KeepOnly(IReadOnlySet<string> due)
    {
        foreach (var postId in _waiting.Keys.Where(postId => !due.Contains(postId)))
        {
            _waiting.TryRemove(postId, out _);
        }
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
