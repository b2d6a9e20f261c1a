using System.Globalization;
using Dapper;
using DealBot.Core.Catalog;
using DealBot.Core.Health;
using DealBot.Storage.Sqlite;
using Microsoft.Extensions.Logging;

namespace DealBot.Storage;

/// <summary>
/// Deletes what is older than the settings keep, a little at a time, so that nobody who writes waits long. Orders, hourly figures and links
/// in use are never deleted, nor anything just after the clock leapt ahead. The file does not shrink: the room is used again.
/// </summary>
public sealed partial class Retention(SqliteDatabase database, RetentionScope scope, ClockLeap leap, TimeProvider time, ILogger<Retention> logger)
{
    /// <summary>Rows of one transaction: some milliseconds of work.</summary>
    private const int BatchSize = 500;

    /// <summary>Days of which a month's quota is reckoned, and one for zones.</summary>
    private const int LongestMonth = 32;

    /// <summary>What refers to posts before the posts themselves.</summary>
    private static readonly string[] TablesOfPosts = ["messages", "post_deals", "posts"];

    /// <summary>Tables of which a row can go by its age alone, with the column that tells it.</summary>
    private IEnumerable<(string Table, string Column, object Before)> Plain =>
    [
        ("clicks", "at", CutOff(scope.Options.KeepClickDays)),
        ("attempts", "at", CutOff(Math.Max(scope.Options.KeepAttemptDays, scope.CountsByMonth?.Invoke() == true ? LongestMonth : 0))),
        ("price_observations", "last_seen", CutOff(scope.Options.KeepPriceDays)),
        ("price_days", "last_day", PriceDay.NumberOf(time.GetUtcNow().AddDays(-scope.Options.KeepPriceDays))),
        ("deals", "seen_at", CutOff(scope.Options.KeepDealDays)),
        ("notices", "last_at", CutOff(scope.Options.KeepNoticeDays)),
        ("chat_events", "at", CutOff(scope.Options.KeepAttemptDays)),
        ("canaries", "tried_at", CutOff(scope.Options.KeepNoticeDays)),
        ("held_back", "at", CutOff(scope.Options.KeepPostDays)),
        ("member_days", "day", time.GetUtcNow().AddDays(-scope.Options.KeepPostDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];

    /// <summary>Deletes all that is due.</summary>
    /// <returns>How many rows.</returns>
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        if (!await leap.MayDeleteAsync(cancellationToken).ConfigureAwait(false))
        {
            return 0;
        }

        long all = 0;
        foreach (var (table, column, before) in Plain)
        {
            all += await DrainAsync(table, token => DeleteAsync(table, column, before, token), cancellationToken).ConfigureAwait(false);
        }

        return all + await DrainAsync("posts", token => DeletePostsAsync(CutOff(scope.Options.KeepPostDays), token), cancellationToken).ConfigureAwait(false);
    }

    private long CutOff(int days) => time.GetUtcNow().AddDays(-days).ToUnixTimeMilliseconds();

    private async Task<long> DrainAsync(string table, Func<CancellationToken, Task<int>> deleteAsync, CancellationToken cancellationToken)
    {
        long all = 0;
        for (var deleted = 1; deleted > 0; all += deleted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            deleted = await deleteAsync(cancellationToken).ConfigureAwait(false);
        }

        if (all > 0)
        {
            Deleted(logger, all, table);
        }

        return all;
    }

    /// <summary>Rows up to the age of the oldest few; those of one moment go together.</summary>
    private Task<int> DeleteAsync(string table, string column, object before, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.Execute(
            $"DELETE FROM {table} WHERE {column} <= (SELECT MAX(age) FROM (SELECT {column} AS age FROM {table} WHERE {column} < @before ORDER BY {column} LIMIT {BatchSize}) oldest)",
            new { before },
            transaction),
        cancellationToken);

    private Task<int> DeletePostsAsync(long before, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) =>
        {
            var ids = connection.Query<string>(
                $"SELECT post_id FROM posts WHERE due_at < @before AND state IN ('sent', 'failed', 'unknown', 'skipped') ORDER BY due_at LIMIT {BatchSize}",
                new { before },
                transaction).ToList();
            foreach (var table in TablesOfPosts)
            {
                connection.Execute($"DELETE FROM {table} WHERE post_id IN @ids", new { ids }, transaction);
            }

            return ids.Count;
        },
        cancellationToken);

    [LoggerMessage(4004, LogLevel.Information, "Old rows deleted from {Table}: {Count}")]
    private static partial void Deleted(ILogger logger, long count, string table);
}
