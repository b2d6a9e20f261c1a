namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteClickTrailTests : ClickTrailContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
