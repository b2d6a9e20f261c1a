namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteOutboxTests : OutboxContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
