namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqlitePostConfirmationsTests : PostConfirmationsContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
