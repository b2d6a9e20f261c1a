using System.Collections.Concurrent;
using System.Data.Common;
using DealBot.Core.Configuration;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Notices;

/// <summary>Keeps notices for each owner they concern; <see cref="NoticeRound"/> tells them.</summary>
public sealed class OwnerNotices(INoticeStore store, LiveConfiguration configuration, TimeProvider time, ILogger<OwnerNotices> logger) : INotices
{
    /// <summary>What a full disk keeps from being written is held in memory up to here; the log has it all.</summary>
    private const int MostHeld = 200;

    private readonly ConcurrentQueue<(string OwnerId, Notice Notice, DateTimeOffset At)> _held = new();

    public async Task TellAsync(Notice notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        logger.Noticed(notice.OwnerId ?? "all", notice.Kind, notice.Subject, notice.Text.En);

        // A notice about a notice that did not get through would not get through either, and so on for ever.
        if (notice.Subject.StartsWith(NoticeRound.PostPrefix, StringComparison.Ordinal))
        {
            return;
        }

        foreach (var owner in configuration.Current.Owners.Where(owner => notice.OwnerId is null || notice.OwnerId == owner.Id))
        {
            await KeepAsync(owner.Id, notice, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes what could not be written when it happened.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        for (var left = _held.Count; left > 0 && _held.TryDequeue(out var held); left--)
        {
            await KeepAsync(held.OwnerId, held.Notice, held.At, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task KeepAsync(string ownerId, Notice notice, DateTimeOffset at, CancellationToken cancellationToken)
    {
        try
        {
            await store.KeepAsync(ownerId, notice, at, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is DbException or IOException)
        {
            // Who notices that the database fails must not fail for telling of it.
            logger.NotKept(exception, notice.Kind, notice.Subject);
            if (_held.Count < MostHeld)
            {
                _held.Enqueue((ownerId, notice, at));
            }
        }
    }
}
