using Dapper;
using DealBot.Contracts;
using DealBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DealBot.Storage;

/// <summary>Finds out whether the database takes writes by writing. One try at a time, and none more often than every few seconds, whoever asks.</summary>
public sealed class StorageProbe(SqliteDatabase database, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _trying = new(1, 1);
    private (DateTimeOffset At, StorageTrouble? Found)? _last;

    /// <summary>How long a write may take before the database is called busy.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(3);

    private StorageTrouble Busy => new("busy", new Phrase(
        $"数据库 {Patience.TotalSeconds:0} 秒内写不进去：被别的程序锁住，或磁盘太慢",
        $"the database takes no write within {Patience.TotalSeconds:0} seconds: another program locks it, or the disk is slow"));

    /// <summary>Tries.</summary>
    /// <returns>Null if all is well.</returns>
    public async Task<StorageTrouble?> TryAsync(CancellationToken cancellationToken)
    {
        await _trying.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var now = time.GetUtcNow();
            if (_last is not { } last || now - last.At >= Rest || now < last.At)
            {
                _last = (now, await WriteAsync(now).ConfigureAwait(false));
            }

            return _last?.Found;
        }
        finally
        {
            _trying.Release();
        }
    }

    public void Dispose() => _trying.Dispose();

    private async Task<StorageTrouble?> WriteAsync(DateTimeOffset now)
    {
        // A lock held by others blocks the thread that waits for it, so that thread is not the caller's.
        var writing = Task.Run(() => database.WriteAsync(
            (connection, transaction) => connection.Execute(
                "INSERT INTO state (name, value) VALUES ('probed_at', @at) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                new { at = $"{now.ToUnixTimeMilliseconds()}" },
                transaction),
            CancellationToken.None));
        try
        {
            await writing.WaitAsync(Patience, TimeProvider.System).ConfigureAwait(false);
            return null;
        }
        catch (TimeoutException)
        {
            return database.Trouble ?? Busy;
        }
        catch (SqliteException exception)
        {
            return database.Trouble ?? new StorageTrouble("io", new Phrase($"数据库写入失败：{exception.Message}", $"the database refuses writes: {exception.Message}"));
        }
    }
}
