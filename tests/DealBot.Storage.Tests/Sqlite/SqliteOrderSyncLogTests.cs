namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteOrderSyncLogTests : OrderSyncLogContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
