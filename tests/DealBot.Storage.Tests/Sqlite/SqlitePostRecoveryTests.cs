namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqlitePostRecoveryTests : PostRecoveryContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
