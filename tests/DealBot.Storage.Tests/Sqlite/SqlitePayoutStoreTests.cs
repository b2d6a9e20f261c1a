namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqlitePayoutStoreTests : PayoutStoreContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
