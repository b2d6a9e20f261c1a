namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteReplyTests : ReplyContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
