namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteNoticeStoreTests : NoticeStoreContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
