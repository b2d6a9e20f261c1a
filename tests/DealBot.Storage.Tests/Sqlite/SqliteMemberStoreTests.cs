namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteMemberStoreTests : MemberStoreContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
