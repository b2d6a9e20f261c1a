using DealBot.Contracts;
using DealBot.Storage.Sqlite;

namespace DealBot.Host.Jobs;

/// <summary>
/// Shows on the screen when the database takes no writes, and when it does again. No notice can say so: it would have to be written to that database.
/// </summary>
public sealed class DatabaseWatch(SqliteDatabase database, OwnerScreen screen) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private StorageTrouble? _shown;

    /// <summary>Shows what has changed since the last look.</summary>
    public void Look()
    {
        var found = database.Trouble;
        if (found?.Code != _shown?.Code)
        {
            screen.Show(Words(found));
            _shown = found;
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Look();
        }
    }

    private static Phrase Words(StorageTrouble? trouble) => trouble is null
        ? new("数据库恢复正常，可以写入了", "the database takes writes again")
        : new($"数据库写不进去：{trouble.Text.Zh}", $"the database takes no writes: {trouble.Text.En}");
}
