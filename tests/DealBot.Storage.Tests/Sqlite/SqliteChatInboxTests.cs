namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteChatInboxTests : ChatInboxContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
