namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteLedgerPostingTests : LedgerPostingContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
