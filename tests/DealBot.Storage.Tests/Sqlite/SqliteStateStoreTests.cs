namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteStateStoreTests : StateStoreContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
