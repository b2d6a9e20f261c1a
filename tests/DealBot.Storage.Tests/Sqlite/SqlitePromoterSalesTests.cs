namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqlitePromoterSalesTests : PromoterSalesContract
{
    protected override StorageStage SetStage() => new SqliteStage();
}
