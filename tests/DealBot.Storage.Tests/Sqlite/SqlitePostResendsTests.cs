namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqlitePostResendsTests : PostResendsContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
