namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqlitePostStatesTests : PostStatesContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
