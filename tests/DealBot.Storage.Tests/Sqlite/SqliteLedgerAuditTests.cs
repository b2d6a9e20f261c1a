namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteLedgerAuditTests : LedgerAuditContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
