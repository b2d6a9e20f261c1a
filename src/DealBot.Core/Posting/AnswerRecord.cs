using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Posting;

/// <summary>
/// Records what platforms answered. What the database does not take, for a full disk say, is kept in memory and recorded as soon as it
/// does: a message that was sent should not end as unknown for want of room.
/// </summary>
internal sealed class AnswerRecord(IOutbox outbox, ILogger logger)
{
    private readonly ConcurrentQueue<Answer> _held = new();

    public Task RecordAsync(LeasedPost post, int index, MessageOutcome outcome, DateTimeOffset at) => RecordAsync(new Answer(post, index, outcome, at));

    /// <summary>Records what could not be recorded before.</summary>
    public async Task FlushAsync()
    {
        for (var left = _held.Count; left > 0 && _held.TryDequeue(out var answer); left--)
        {
            await RecordAsync(answer).ConfigureAwait(false);
        }
    }

    private async Task RecordAsync(Answer answer)
    {
        try
        {
            // What the platform answered must be kept even while the host is being stopped.
            await outbox.RecordAsync(answer.Post, answer.Index, answer.Outcome, answer.At, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is DbException or IOException)
        {
            logger.NotRecorded(exception, answer.Index, answer.Post.PostId, answer.Outcome.ToString());
            _held.Enqueue(answer);
        }
    }

    private sealed record Answer(LeasedPost Post, int Index, MessageOutcome Outcome, DateTimeOffset At);
}
