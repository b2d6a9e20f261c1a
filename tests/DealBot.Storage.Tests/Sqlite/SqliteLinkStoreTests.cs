namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteLinkStoreTests : LinkStoreContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
