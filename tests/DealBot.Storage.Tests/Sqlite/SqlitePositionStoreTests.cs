namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqlitePositionStoreTests : PositionStoreContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
