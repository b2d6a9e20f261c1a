using System.Text.RegularExpressions;
using DealBot.Contracts;
using DealBot.Simulators.Market;

namespace DealBot.Networks.Tests.Pdd.Simulated;

/// <summary>What Pinduoduo has and other networks have not, met by the client over HTTP.</summary>
public sealed partial class PddSimulatedTests
{
    private static readonly Tracking Asked = new("mama-a_7kq2mzp4xw3", null);

    private SimulatedPdd _pdd = null!;
    private string? _visit;

    [SetUp]
    public async Task StartAsync() => (_pdd, _visit) = (await SimulatedPdd.StartAsync(), null);

    [TearDown]
    public async Task StopAsync() => await _pdd.DisposeAsync();

    [Test]
    public async Task The_link_that_dealbot_check_gives_files_the_position()
    {
        var network = _pdd.MainAccount(account => account with { Pid = SimulatedPdd.UnfiledPid });
        var fault = (await network.TestAsync(default)).Single();

        await _pdd.OpenAsync(Link().Match(fault.Reason.Zh).Value);

        Assert.That(await network.TestAsync(default), Is.Empty);
    }

    [Test]
    public async Task A_position_not_on_file_is_an_account_fault_of_the_conversion()
    {
        var network = _pdd.MainAccount();
        var deal = await DealAsync(network);

        var refused = (LinkResult.Refused)await network.ConvertAsync(new LinkRequest(deal, new Tracking("g1_c", SimulatedPdd.UnfiledPid)), default);

        Assert.That((refused.Code, refused.AccountFault), Is.EqualTo(("60001", true)));
        Assert.That(refused.Reason.Zh, Does.Contain("备案"));
    }

    [Test]
    public async Task Final_price_is_what_a_member_really_pays()
    {
        var network = _pdd.MainAccount();
        var differing = new List<string>();
        foreach (var deal in await network.ListDealsAsync(new DealQuery(null, null, 200), default).ToListAsync())
        {
            if (await network.ConvertAsync(new LinkRequest(deal, Asked), default) is LinkResult.Converted converted
                && _pdd.Simulator.TryBuy(await _pdd.VisitAsync(converted.Link.Url), 1) is { } sale
                && (sale.EstimatedBase != deal.FinalPrice || sale.EstimatedFee != deal.EstimatedCommission))
            {
                differing.Add($"{deal.Title}: {deal.FinalPrice} was said, {sale.EstimatedBase} was paid");
            }
        }

        Assert.That(_pdd.Simulator.Orders, Has.Count.GreaterThan(100));
        Assert.That(differing, Is.Empty);
    }

    [Test]
    public async Task Nobody_elses_orders_are_seen()
    {
        await BuyAsync(_pdd.MainAccount());

        Assert.That(await PullAsync(_pdd.OtherAccount()), Is.Empty);
    }

    [Test]
    public async Task Orders_by_time_of_payment_come_page_by_page()
    {
        var network = _pdd.MainAccount();
        for (var count = 0; count < 620; count++)
        {
            await BuyAsync(network);
        }

        var orders = await PullAsync(network, OrderTime.Ordered);

        Assert.That(orders.Select(order => order.RowId).Distinct(), Is.EquivalentTo(_pdd.Simulator.Orders.Select(order => order.Number)));
        Assert.That(_pdd.Simulator.Calls["pdd.ddk.order.list.range.get"], Is.EqualTo(6), "three pages, and again to see that nothing moved");
    }

    [Test]
    public async Task Change_that_moves_no_update_time_is_found_by_order_time()
    {
        var network = _pdd.MainAccount();
        await BuyAsync(network);
        var bought = _pdd.Clock.GetUtcNow();
        _pdd.Simulator.Faults.Next(NetworkFault.UnmarkedChange, int.MaxValue);
        _pdd.Clock.Advance(TimeSpan.FromDays(2));
        _pdd.Simulator.Advance();

        var changed = await PullAsync(network);
        var ordered = await network.PullOrdersAsync(new OrderWindow(bought.AddMinutes(-1), bought.AddMinutes(1), OrderTime.Ordered), default).ToListAsync();

        Assert.That(changed, Is.Empty);
        Assert.That(ordered.Single().Order!.Status, Is.EqualTo(OrderStatus.Confirmed));
    }

    [Test]
    public async Task Change_that_shows_late_is_found_when_its_time_is_asked_for_again()
    {
        var network = _pdd.MainAccount();
        await BuyAsync(network);
        _pdd.Clock.Advance(TimeSpan.FromHours(11));
        _pdd.Simulator.Faults.Next(NetworkFault.LateStatusChange);
        _pdd.Simulator.Advance();
        Assert.That(await PullAsync(network), Is.Empty);

        _pdd.Clock.Advance(_pdd.Simulator.Faults.LateBy);

        Assert.That((await PullAsync(network)).Select(order => order.Status), Is.EqualTo(new[] { OrderStatus.Confirmed }));
    }

    [Test]
    public async Task Refunded_cancelled_and_settled_orders_are_told_apart()
    {
        await _pdd.DisposeAsync();
        _pdd = await SimulatedPdd.StartAsync(new OrderPace { UnpaidShare = 0, CancelledShare = 0.3, SlowShare = 0, ReturnedShare = 0.4, SettlesAfter = TimeSpan.FromDays(20) });
        var network = _pdd.MainAccount();
        for (var count = 0; count < 40; count++)
        {
            await BuyAsync(network);
        }

        _pdd.Clock.Advance(TimeSpan.FromDays(25));
        _pdd.Simulator.Advance();
        var orders = await PullAsync(network);

        Assert.That(orders.Select(order => order.Status).Distinct(), Is.EquivalentTo(new[] { OrderStatus.Settled, OrderStatus.Invalid }));
        Assert.That(orders.Where(order => order.Status == OrderStatus.Invalid).Select(order => order.StatusText.Zh), Has.Some.Contains("订单退款").And.Some.Contains("订单取消"));
        Assert.That(orders.Where(order => order.Status == OrderStatus.Settled).Select(order => order.ActualFee), Is.All.GreaterThan(Money.Zero));
        Assert.That(orders.Where(order => order.Status == OrderStatus.Invalid).Select(order => order.ActualFee), Is.All.EqualTo(Money.Zero));
    }

    [Test]
    public async Task More_calls_than_the_quota_allows_are_slowed_down()
    {
        await _pdd.DisposeAsync();
        _pdd = await SimulatedPdd.StartAsync(requestsPerSecond: 1);
        var network = _pdd.MainAccount(patience: Patience.Usual with { MaxRetries = 3 });

        Assert.That(await network.ListDealsAsync(new DealQuery(null, null, 150), default).ToListAsync(), Has.Count.EqualTo(150));
        Assert.That(_pdd.Clock.Waits, Is.Not.Empty);
    }

    private static async Task<Deal> DealAsync(IAffiliateNetwork network) =>
        (await network.ListDealsAsync(new DealQuery(null, null, 20), default).ToListAsync()).First(deal => deal.Coupon is not null);

    private async Task<List<OrderUpdate>> PullAsync(IAffiliateNetwork network, OrderTime by = OrderTime.Updated)
    {
        var now = _pdd.Clock.GetUtcNow();
        var reports = await network.PullOrdersAsync(new OrderWindow(now.AddMinutes(-10), now.AddSeconds(1), by), default).ToListAsync();
        return [.. reports.Select(report => report.Order!)];
    }

    private async Task BuyAsync(IAffiliateNetwork network)
    {
        if (_visit is null)
        {
            var result = (LinkResult.Converted)await network.ConvertAsync(new LinkRequest(await SaleableAsync(network), Asked), default);
            _visit = await _pdd.VisitAsync(result.Link.Url);
        }

        _pdd.Simulator.Buy(_visit, 1);
    }

    private async Task<Deal> SaleableAsync(IAffiliateNetwork network) => (await network.ListDealsAsync(new DealQuery(null, null, 100), default).ToListAsync())
        .First(deal => _pdd.Simulator.OfferOf(_pdd.Simulator.Catalogue.FindItemId(deal.Key.ItemId)!.SkuId).InStock);

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Link();
}
