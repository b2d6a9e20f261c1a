namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteAccountStoreTests : AccountStoreContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
