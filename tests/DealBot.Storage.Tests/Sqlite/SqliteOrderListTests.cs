namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteOrderListTests : OrderListContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
