namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteOrderTracesTests : OrderTracesContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
