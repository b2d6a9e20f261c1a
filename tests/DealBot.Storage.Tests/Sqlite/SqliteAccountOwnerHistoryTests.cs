namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteAccountOwnerHistoryTests : AccountOwnerHistoryContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
