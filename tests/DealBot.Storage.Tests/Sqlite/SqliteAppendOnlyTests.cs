namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteAppendOnlyTests : AppendOnlyContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
