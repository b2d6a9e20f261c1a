namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqlitePauseStoreTests : PauseStoreContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
