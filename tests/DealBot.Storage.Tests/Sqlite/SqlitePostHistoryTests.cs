namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqlitePostHistoryTests : PostHistoryContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
