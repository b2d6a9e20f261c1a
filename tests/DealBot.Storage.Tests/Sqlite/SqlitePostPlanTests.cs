namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqlitePostPlanTests : PostPlanContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
