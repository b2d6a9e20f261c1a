using System.Globalization;
using Dapper;
using DealBot.Core.Catalog;
using DealBot.Storage.Sqlite;
using Microsoft.Extensions.Logging;

namespace DealBot.Storage;

/// <summary>
/// Deletes what is older than the settings keep, a little at a time, so that nobody who writes waits long. Orders, hourly figures and links
/// in use are never deleted, nor anything just after the clock leapt ahead. The file does not shrink: the room is used again.
/// </summary>
public sealed partial class Retention(SqliteDatabase database, RetentionScope scope, TimeProvider time, ILogger<Retention> logger)
{
    /// <summary>Rows of one transaction: some milliseconds of work.</summary>
    private const int BatchSize = 500;

    /// <summary>Days of which a month's quota is reckoned, and one for zones.</summary>
    private const int LongestMonth = 32;

    /// <summary>Since when rows were last deleted by their age, as the clock told it then.</summary>
    private const string LastTurn = "retained_at";

    /// <summary>Turns are a day apart. After longer the service was down, or the clock was set far ahead, which makes everything old at once.</summary>
    private static readonly TimeSpan Leap = TimeSpan.FromDays(7);

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
        if (await HasLeaptAsync(cancellationToken).ConfigureAwait(false) is { } leap)
        {
            Leapt(logger, leap.TotalDays);
            return 0;
        }

        long all = 0;
        foreach (var (table, column, before) in Plain)
        {
            all += await DrainAsync(table, token => DeleteAsync(table, column, before, token), cancellationToken).ConfigureAwait(false);
        }

        return all + await DrainAsync("posts", token => DeletePostsAsync(CutOff(scope.Options.KeepPostDays), token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// By how much the clock is further than at the last turn, if that is more than a week. A clock that was set wrong, by a slip in the year say, is
    /// given a day to be put right: what is deleted by it is lost for good, the links that members hold among it.
    /// </summary>
    private async Task<TimeSpan?> HasLeaptAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var last = await database.ReadAsync(connection => StateStore.Get(connection, LastTurn), cancellationToken).ConfigureAwait(false);
        await database.WriteAsync(
            (connection, transaction) => StateStore.Set(connection, transaction, LastTurn, now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
            cancellationToken).ConfigureAwait(false);
        return last is not null && now - Moments.From(long.Parse(last, CultureInfo.InvariantCulture)) is var since && since > Leap ? since : null;
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

    [LoggerMessage(4007, LogLevel.Warning, "The clock is {Days:0} days further than when old rows were last deleted: none are deleted this time, in case it is wrong")]
    private static partial void Leapt(ILogger logger, double days);

    [LoggerMessage(4004, LogLevel.Information, "Old rows deleted from {Table}: {Count}")]
    private static partial void Deleted(ILogger logger, long count, string table);
}
