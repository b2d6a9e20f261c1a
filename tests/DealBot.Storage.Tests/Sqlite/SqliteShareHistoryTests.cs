namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteShareHistoryTests : ShareHistoryContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
