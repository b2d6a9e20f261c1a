namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteOrderHistoryTests : OrderHistoryContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
