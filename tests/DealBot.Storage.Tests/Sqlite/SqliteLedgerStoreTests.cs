namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteLedgerStoreTests : LedgerStoreContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
