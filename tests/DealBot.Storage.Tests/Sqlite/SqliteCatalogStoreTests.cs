namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteCatalogStoreTests : CatalogStoreContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
