namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteOrderStoreTests : OrderStoreContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
