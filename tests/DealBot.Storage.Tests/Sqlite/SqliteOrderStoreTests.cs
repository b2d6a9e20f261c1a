using DealBot.Contracts;

namespace DealBot.Storage.Tests.Sqlite;

public sealed class SqliteOrderStoreTests : OrderStoreContract
{
    [Test]
    public async Task An_order_that_is_confirmed_as_it_was_estimated_has_no_hour_added_up_again()
    {
        await Stage.SaveOrdersAsync(Some.Morning, Some.Attributed(Some.Order()));
        Stage.Meddle("CREATE TRIGGER added_up BEFORE INSERT ON metrics_hourly BEGIN SELECT RAISE(ABORT, 'added up again'); END");
        var confirmed = Some.Order(status: OrderStatus.Confirmed, modifiedAt: Some.Morning.AddDays(7)) with { ActualBase = Money.FromYuan(80), ActualFee = Money.FromYuan(8) };

        Assert.That(await Stage.SaveOrdersAsync(Some.Morning, Some.Attributed(confirmed)), Is.EqualTo(1));

        Assert.That(Stage.One<string>("SELECT status FROM orders"), Is.EqualTo("confirmed"));
    }

    protected override StorageStage SetStage() => new SqliteStage();
}
