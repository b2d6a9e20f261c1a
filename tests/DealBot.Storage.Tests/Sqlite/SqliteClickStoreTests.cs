namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteClickStoreTests : ClickStoreContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
