namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteOrderClaimsTests : OrderClaimsContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
