using DealBot.Contracts;
using DealBot.Networks.Jd;

namespace DealBot.Networks.Tests.Jd.Simulated;

/// <summary>From a deal to the commission on its order, through every step a member and the network take.</summary>
public sealed class JdSimulatedSaleTests : SimulatedJdFixture
{
    private static readonly Tracking Asked = new("mama-a_7kq2mzp4xw3", SimulatedJd.Position);

    [Test]
    public async Task Order_through_a_short_link_comes_back_with_its_tracking()
    {
        var network = Jd.TrustedAccount();
        var (deal, visit) = await VisitAsync(network, Asked);
        var bought = Jd.Simulator.Buy(visit, 2);

        var order = (await Jd.PullAsync(network)).Single();

        Assert.That(order.Tracking, Is.EqualTo(Asked));
        Assert.That((order.Deal, order.Quantity, order.Status), Is.EqualTo((deal.Key, 2, OrderStatus.Paid)));
        Assert.That((order.EstimatedBase, order.EstimatedFee), Is.EqualTo((bought.EstimatedBase, bought.EstimatedFee)));
    }

    [Test]
    public async Task Account_without_white_list_sends_no_subUnionId_and_is_traced_by_position()
    {
        // The simulator refuses a subUnionId of this account, so that a visit proves that none was sent.
        var network = Jd.PlainAccount();
        var (_, visit) = await VisitAsync(network, Asked);
        Jd.Simulator.Buy(visit, 1);

        Assert.That((await Jd.PullAsync(network)).Single().Tracking, Is.EqualTo(new Tracking(null, SimulatedJd.Position)));
    }

    [Test]
    public async Task Account_with_white_list_sends_subUnionId_through_the_common_interface_too()
    {
        var network = Jd.TrustedAccount(account => account with { LinkApi = JdLinkApi.Common, MaySetSubUnionId = true });
        var (_, visit) = await VisitAsync(network, Asked);
        Jd.Simulator.Buy(visit, 1);

        Assert.That((await Jd.PullAsync(network)).Single().Tracking, Is.EqualTo(Asked));
    }

    [TestCase(JdLinkApi.Common)]
    [TestCase(JdLinkApi.BySubUnionId)]
    public async Task White_list_that_the_account_does_not_have_is_an_account_fault(JdLinkApi linkApi)
    {
        var network = Jd.PlainAccount(account => account with { LinkApi = linkApi, MaySetSubUnionId = true });

        var result = await ConvertAsync(network, await DealAsync(network), Asked);

        Assert.That(result, Is.InstanceOf<LinkResult.Refused>());
        Assert.That(((LinkResult.Refused)result).Code, Is.EqualTo("2001403"));
        Assert.That(((LinkResult.Refused)result).AccountFault, Is.True);
    }

    [Test]
    public async Task Final_price_is_what_a_member_really_pays()
    {
        var network = Jd.TrustedAccount();
        var differing = new List<string>();
        foreach (var deal in await ListAsync(network, most: 200))
        {
            if (await ConvertAsync(network, deal, Asked) is LinkResult.Converted converted
                && Jd.Simulator.TryBuy(await Jd.VisitAsync(converted.Link), 1) is { } order
                && order.EstimatedBase != deal.FinalPrice)
            {
                differing.Add($"{deal.Title}: {deal.FinalPrice} was said, {order.EstimatedBase} was paid");
            }
        }

        Assert.That(Jd.Simulator.Orders, Has.Count.GreaterThan(100));
        Assert.That(differing, Is.Empty);
    }

    [Test]
    public async Task Received_order_is_confirmed_with_its_actual_commission()
    {
        var network = Jd.TrustedAccount();
        var (_, visit) = await VisitAsync(network, Asked);
        var bought = Jd.Simulator.Buy(visit, 1);
        Jd.Clock.Advance(TimeSpan.FromHours(11));
        Jd.Simulator.Advance();

        var order = (await Jd.PullAsync(network)).Single();

        Assert.That(order.Status, Is.EqualTo(OrderStatus.Confirmed));
        Assert.That((order.RowId, order.ActualFee), Is.EqualTo((Jd.Simulator.Write(bought).Id, bought.EstimatedFee)));
    }

    [Test]
    public async Task Nobody_elses_orders_are_seen()
    {
        var (_, visit) = await VisitAsync(Jd.TrustedAccount(), Asked);
        Jd.Simulator.Buy(visit, 1);

        Assert.That(await Jd.PullAsync(Jd.PlainAccount()), Is.Empty);
    }

    [Test]
    public async Task More_orders_than_a_page_holds_all_come_once()
    {
        var network = Jd.TrustedAccount();
        var (_, visit) = await VisitAsync(network, Asked);
        for (var count = 0; count < 1100; count++)
        {
            Jd.Simulator.Buy(visit, 1);
        }

        var orders = await Jd.PullAsync(network);

        Assert.That(orders.Select(order => order.RowId), Is.EquivalentTo(Jd.Simulator.Orders.Select(order => order.Id)));
    }

    [Test]
    public async Task Account_in_order_passes_its_test()
    {
        Assert.That(await Jd.TrustedAccount().TestAsync(CancellationToken.None), Is.Empty);
        Assert.That(await Jd.PlainAccount().TestAsync(CancellationToken.None), Is.Empty);
    }
}
