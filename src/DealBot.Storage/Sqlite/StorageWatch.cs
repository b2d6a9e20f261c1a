using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace DealBot.Storage.Sqlite;

/// <summary>Knows whether the database takes writes; says so once when that changes, not at every try.</summary>
internal sealed partial class StorageWatch(string path, ILogger logger)
{
    private volatile StorageTrouble? _trouble;

    /// <summary>What the last write failed of; null if it did not.</summary>
    public StorageTrouble? Trouble => _trouble;

    public void Failed(SqliteException exception)
    {
        if (StorageTrouble.Of(exception, path) is not { } trouble)
        {
            return;
        }

        var before = Interlocked.Exchange(ref _trouble, trouble);
        if (before?.Code != trouble.Code)
        {
            Began(logger, trouble.Code, trouble.Text.En, exception.SqliteExtendedErrorCode);
        }
    }

    public void Succeeded()
    {
        if (_trouble is not null && Interlocked.Exchange(ref _trouble, null) is { } before)
        {
            Ended(logger, before.Code);
        }
    }

    [LoggerMessage(4001, LogLevel.Error, "The database takes no writes ({Trouble}): {Text} [SQLite {Code}]")]
    private static partial void Began(ILogger logger, string trouble, string text, int code);

    [LoggerMessage(4002, LogLevel.Warning, "The database takes writes again (before: {Trouble})")]
    private static partial void Ended(ILogger logger, string trouble);
}
