using System.Collections.Concurrent;
using System.Data.Common;
using DealBot.Core.Accounts;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Posting;

/// <summary>
/// Records what platforms answered, and gives back posts that a fault kept from being sent. What the database does not take, for a full
/// disk say, is kept in memory and written as soon as it does: a message that was sent should not end as unknown for want of room, and a
/// post should not have to wait for its lease to end.
/// </summary>
internal sealed class DispatchRecord(IOutbox outbox, DispatchSettings settings, ILogger logger)
{
    private readonly ConcurrentQueue<Answer> _held = new();
    private readonly ConcurrentQueue<LeasedPost> _left = new();

    /// <returns>Whether the answer is on the disk; if not, nothing more of the post must be sent before it is.</returns>
    public async Task<bool> RecordAsync(LeasedPost post, int index, MessageOutcome outcome, DateTimeOffset at)
    {
        var recorded = await TryAsync(new Answer(post, index, outcome, at)).ConfigureAwait(false);
        if (!recorded)
        {
            Leave(post);
        }

        return recorded;
    }

    /// <summary>Notes a post with which nothing more is done under its lease.</summary>
    public void Leave(LeasedPost post) => _left.Enqueue(post);

    /// <summary>Writes what could not be written before, and gives back what was left.</summary>
    public async Task FlushAsync()
    {
        // Taken before the answers: the answer of a post that was left meanwhile may come too late for this turn.
        var left = new List<LeasedPost>();
        while (_left.TryDequeue(out var post))
        {
            left.Add(post);
        }

        var isAllRecorded = true;
        for (var answers = _held.Count; answers > 0 && _held.TryDequeue(out var answer); answers--)
        {
            isAllRecorded &= await TryAsync(answer).ConfigureAwait(false);
        }

        foreach (var post in left)
        {
            // A post whose answer is not on record yet is still being sent, as far as the outbox knows, and can't be given back.
            if (!isAllRecorded || !await TryReleaseAsync(post).ConfigureAwait(false))
            {
                _left.Enqueue(post);
            }
        }
    }

    private async Task<bool> TryAsync(Answer answer)
    {
        try
        {
            // What the platform answered must be kept even while the host is being stopped.
            await outbox.RecordAsync(answer.Post, answer.Index, answer.Outcome, answer.At, CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is DbException or IOException)
        {
            logger.NotRecorded(exception, answer.Index, answer.Post.PostId, answer.Outcome.ToString());
            _held.Enqueue(answer);
            return false;
        }
    }

    private async Task<bool> TryReleaseAsync(LeasedPost post)
    {
        try
        {
            await outbox.ReleaseAsync(post, settings.Time.GetUtcNow() + settings.AfterFault, CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is DbException or IOException)
        {
            // The storage says what is wrong with it, once.
            return false;
        }
    }

    private sealed record Answer(LeasedPost Post, int Index, MessageOutcome Outcome, DateTimeOffset At);
}
