using System.Collections.Concurrent;
using DealBot.Core.Links;

namespace DealBot.Core.Posting;

/// <summary>
/// When a slot that was put off for a network's trouble is tried again: a quarter of a minute later, then twice as long each time, a minute at
/// most, and for the last time before it is stale. Once a network converts again, all that wait are tried, but none twice in a quarter of a minute: one
/// that answers now and then must not have five hundred slots at its door each time. A restart forgets it; every slot is tried at once then.
/// </summary>
internal sealed class SlotPatience
{
    private static readonly BackOff Pause = new(TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1));

    private readonly ConcurrentDictionary<string, Wait> _waiting = new();

    /// <summary>Whether the slot is to wait.</summary>
    /// <param name="postId">The slot's post.</param>
    /// <param name="now">The moment.</param>
    /// <param name="recoveries">How often networks have come back so far.</param>
    public bool IsWaiting(string postId, DateTimeOffset now, long recoveries) =>
        _waiting.TryGetValue(postId, out var wait) && Pause.Holds(wait.Recoveries == recoveries ? wait.Until : wait.AtLeastUntil, now);

    /// <summary>Notes a try in vain.</summary>
    /// <param name="postId">The slot's post.</param>
    /// <param name="now">The moment.</param>
    /// <param name="lastTry">When it has to be tried at the latest.</param>
    /// <param name="recoveries">How often networks had come back before it was tried.</param>
    public void TriedInVain(string postId, DateTimeOffset now, DateTimeOffset lastTry, long recoveries)
    {
        var tries = _waiting.TryGetValue(postId, out var wait) ? wait.Tries + 1 : 1;
        _waiting[postId] = new Wait(tries, Earlier(now + Pause.After(tries), lastTry), Earlier(now + Pause.After(1), lastTry), recoveries);
    }

    /// <summary>Forgets all but those that are still due.</summary>
    public void KeepOnly(IReadOnlySet<string> due)
    {
        foreach (var postId in _waiting.Keys.Where(postId => !due.Contains(postId)))
        {
            _waiting.TryRemove(postId, out _);
        }
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private sealed record Wait(int Tries, DateTimeOffset Until, DateTimeOffset AtLeastUntil, long Recoveries);
}
