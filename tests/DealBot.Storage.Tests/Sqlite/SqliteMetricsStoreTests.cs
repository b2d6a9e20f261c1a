namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteMetricsStoreTests : MetricsStoreContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
