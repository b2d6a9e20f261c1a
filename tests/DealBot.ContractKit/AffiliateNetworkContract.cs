using DealBot.Contracts;

namespace DealBot.ContractKit;

/// <summary>
/// What every affiliate network keeps: it lists deals, converts links, reports orders without losing any, survives every trouble of its platform
/// and explains each fault of an account. A network derives this and supplies <see cref="SetStageAsync"/>.
/// </summary>
public abstract class AffiliateNetworkContract
{
    private const int ManyOrders = 130;
    private const int ManyDeals = 120;

    private NetworkStage _stage = null!;

    private static NetworkTrouble[] OfTheWay { get; } =
    [
        NetworkTrouble.TooOften, NetworkTrouble.BadGateway, NetworkTrouble.Html, NetworkTrouble.CutAnswer, NetworkTrouble.EmptyResult, NetworkTrouble.NoAnswer,
    ];

    private static NetworkTrouble[] OfRows { get; } =
        [NetworkTrouble.DuplicateRows, NetworkTrouble.ShiftedPages, NetworkTrouble.NumbersAsText, NetworkTrouble.MissingFields];

    private IAffiliateNetwork Network => _stage.Network;

    /// <summary>A healthy account at a network where nothing has been bought.</summary>
    protected abstract Task<NetworkStage> SetStageAsync();

    [SetUp]
    public async Task SetUpStage() => _stage = await SetStageAsync();

    [TearDown]
    public async Task TearDownStage() => await _stage.DisposeAsync();

    [Test]
    public void States_its_limits()
    {
        Assert.That(Network.Name, Does.Match("^[a-z][a-z0-9]*$"));
        Assert.That(Network.Limits.MaxOrderWindow, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(Network.Limits.MaxOrderAge, Is.GreaterThan(Network.Limits.MaxOrderWindow));
        Assert.That(Network.Limits.SubIdLength, Is.GreaterThanOrEqualTo(0));
        Assert.That(Network.Positions, Is.Unique);
        Assert.That(Network.Positions, Has.No.Member(Network.GeneralPosition), "it can't be one group's own");
    }

    [Test]
    public async Task Lists_deals_that_can_be_posted()
    {
        var deals = await ListAsync(ManyDeals);

        Assert.That(deals, Has.Count.EqualTo(ManyDeals), "more than a page, and no more than asked for");
        Assert.That(deals.Select(deal => deal.Key), Is.Unique);
        Assert.That(deals.Select(deal => deal.Key.Network), Is.All.EqualTo(Network.Name));
        Assert.That(deals.Select(deal => deal.Title), Is.All.Not.Empty);
        Assert.That(deals.Select(deal => deal.MaterialUrl), Is.All.Not.Empty);
        Assert.That(deals.Where(deal => deal.FinalPrice <= Money.Zero || deal.FinalPrice > deal.Price), Is.Empty);
        Assert.That(deals.Where(deal => deal.CommissionRate.BasisPoints is < 0 or > 9_000), Is.Empty);
        Assert.That(deals.Where(deal => deal.CommissionRate > Rate.Zero).ToList(), Has.Count.GreaterThan(ManyDeals / 2));
        Assert.That(deals.Where(deal => deal.Coupon is not null), Is.Not.Empty);
        Assert.That(deals.Select(deal => deal.SeenAt), Is.All.EqualTo(_stage.Now).Within(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public async Task Tells_what_a_deal_is_like_now()
    {
        var deal = (await ListAsync(1)).Single();

        var check = await Network.RecheckAsync(deal, default);

        if (check is DealCheck.NotTold)
        {
            Assert.Ignore("The network can't be asked for a single item.");
        }

        var found = (check as DealCheck.Found)?.Deal;
        Assert.That((found?.Key, found?.Price, found?.FinalPrice, found?.CommissionRate), Is.EqualTo(((DealKey?)deal.Key, (Money?)deal.Price, (Money?)deal.FinalPrice, (Rate?)deal.CommissionRate)));
        var unknown = deal with { Key = new DealKey(deal.Key.Network, new string('9', deal.Key.ItemId.Length)), Title = "没有这件商品", SkuId = null };
        Assert.That(await Network.RecheckAsync(unknown, default), Is.InstanceOf<DealCheck.Gone>());
    }

    [Test]
    public async Task Link_carries_what_was_asked_for()
    {
        var deal = (await ListAsync(1)).Single();

        var first = await LinkAsync(deal, 0);
        var second = await LinkAsync(deal, 1);

        Assert.That(first.Tracking, Is.EqualTo(_stage.TrackingOf(0)));
        Assert.That(second.Tracking, Is.EqualTo(_stage.TrackingOf(1)));
        Assert.That(first.Url.IsAbsoluteUri, Is.True);
        Assert.That(second.Url, Is.Not.EqualTo(first.Url));
        Assert.That(first.ExpiresAt ?? DateTimeOffset.MaxValue, Is.GreaterThan(_stage.Now));
    }

    [Test]
    public async Task Link_of_somebody_else_is_refused()
    {
        var deal = (await ListAsync(1)).Single();
        Need(NetworkTrouble.ForeignLink, 1);

        var result = await Network.ConvertAsync(new LinkRequest(deal, _stage.TrackingOf(0)), default);

        Assert.That(result, Is.InstanceOf<LinkResult.Refused>());
        Explained(((LinkResult.Refused)result).Reason);
    }

    [Test]
    public async Task Order_comes_back_with_what_its_link_carried()
    {
        var rowId = await BuyAsync(0);

        var order = (await PullAsync(_stage.Now.AddMinutes(-5), _stage.Now.AddSeconds(1))).Single();

        Agrees(order, rowId);
        Assert.That(order.Status, Is.EqualTo(OrderStatus.Paid));
        Assert.That(order.EstimatedFee, Is.GreaterThan(Money.Zero));
        Assert.That(Network.ReadOrder(order.Raw, _stage.Now), Is.EqualTo(order));
    }

    /// <summary>By this the owner is warned of a group that claims it for itself.</summary>
    [Test]
    public async Task Order_through_a_link_without_a_position_of_its_own_names_the_general_one()
    {
        var deal = await SaleableAsync();
        var tracking = _stage.TrackingOf(0) with { PositionId = null };
        var link = ((LinkResult.Converted)await Network.ConvertAsync(new LinkRequest(deal, tracking), default)).Link;
        var rowId = await _stage.BuyAsync(link);

        var order = (await PullAsync(_stage.Now.AddMinutes(-5), _stage.Now.AddSeconds(1))).Single(order => order.RowId == rowId);

        Assert.That(order.Tracking.PositionId, Is.EqualTo(Network.GeneralPosition ?? order.Tracking.PositionId));
    }

    [Test]
    public async Task Orders_of_groups_are_told_apart()
    {
        var rows = new[] { await BuyAsync(0), await BuyAsync(1) };

        var orders = await PullAsync(_stage.Now.AddMinutes(-5), _stage.Now.AddSeconds(1));

        Assert.That(rows.Select(row => orders.Single(order => order.RowId == row).Tracking), Is.Unique);
    }

    [Test]
    public async Task Order_that_is_received_comes_again()
    {
        var rowId = await BuyAsync(0);
        var latest = (await PullAsync(_stage.Now.AddMinutes(-5), _stage.Now.AddSeconds(1))).Single();
        for (var hours = 0; hours < 48 && latest.Status == OrderStatus.Paid; hours++)
        {
            var from = _stage.Now.AddSeconds(1);
            _stage.Pass(TimeSpan.FromHours(1));
            latest = (await PullAsync(from, _stage.Now.AddSeconds(1))).LastOrDefault() ?? latest;
        }

        Agrees(latest, rowId);
        Assert.That(latest.Status, Is.EqualTo(OrderStatus.Confirmed).Or.EqualTo(OrderStatus.Settled));
        Assert.That(latest.ActualFee, Is.EqualTo(latest.EstimatedFee));
    }

    [Test]
    public async Task Windows_one_after_the_other_lose_nothing()
    {
        var start = _stage.Now;
        var bought = new List<string>();
        for (var number = 0; number < 12; number++)
        {
            bought.Add(await BuyAsync(number % 3));
            _stage.Pass(TimeSpan.FromMinutes(7));
        }

        var seen = new List<string>();
        for (var from = start; from < _stage.Now; from += TimeSpan.FromMinutes(10))
        {
            seen.AddRange((await PullAsync(from, from.AddMinutes(10))).Select(order => order.RowId));
        }

        Assert.That(seen.Distinct(), Is.EquivalentTo(bought));
    }

    [Test]
    public void Window_longer_than_allowed_is_a_mistake_of_the_caller() => Assert.That(
        async () => await Network.PullOrdersAsync(new OrderWindow(_stage.Now - Network.Limits.MaxOrderWindow - TimeSpan.FromSeconds(1), _stage.Now), default).ToListAsync(),
        Throws.ArgumentException);

    [TestCaseSource(nameof(OfRows))]
    public async Task Many_orders_all_come_whatever_becomes_of_their_pages(NetworkTrouble trouble)
    {
        var deal = await SaleableAsync();
        var bought = new List<string>();
        for (var number = 0; number < ManyOrders; number++)
        {
            bought.Add((await _stage.BuyAsync(await LinkAsync(deal, number % 3)))!);
        }

        Need(trouble, trouble is NetworkTrouble.ShiftedPages ? 1 : int.MaxValue);
        var orders = await PullAsync(_stage.Now.AddMinutes(-5), _stage.Now.AddSeconds(1));

        Assert.That(orders.Select(order => order.RowId).Distinct(), Is.EquivalentTo(bought));
        foreach (var order in orders)
        {
            Assert.That((order.EstimatedBase, order.EstimatedFee), Is.EqualTo((_stage.OrderOf(order.RowId).Base, _stage.OrderOf(order.RowId).Fee)));
        }
    }

    [Test]
    public async Task Row_that_cannot_be_read_comes_as_it_is()
    {
        await BuyAsync(0);
        await BuyAsync(1);
        Need(NetworkTrouble.BrokenRow, 1);

        var reports = await Network.PullOrdersAsync(new OrderWindow(_stage.Now.AddMinutes(-5), _stage.Now.AddSeconds(1)), default).ToListAsync();

        Assert.That(reports.Count(report => report.Order is null), Is.EqualTo(1));
        Assert.That(reports.Count(report => report.Order is not null), Is.EqualTo(1));
        Assert.That(reports.Select(report => report.Raw), Is.All.Not.Empty);
    }

    [TestCase(NetworkTrouble.NumbersAsText)]
    [TestCase(NetworkTrouble.MissingFields)]
    [TestCase(NetworkTrouble.DuplicateRows)]
    public async Task Deals_are_the_same_however_they_are_written(NetworkTrouble trouble)
    {
        var expected = await ListAsync(ManyDeals);
        Need(trouble, int.MaxValue);

        var deals = await ListAsync(ManyDeals);

        Assert.That(
            deals.Select(deal => (deal.Key, deal.Price, deal.FinalPrice, deal.CommissionRate)),
            Is.EquivalentTo(expected.Select(deal => (deal.Key, deal.Price, deal.FinalPrice, deal.CommissionRate))));
    }

    [TestCaseSource(nameof(OfTheWay))]
    public async Task Passing_trouble_passes_unnoticed(NetworkTrouble trouble)
    {
        var deal = await SaleableAsync();
        Need(trouble, 1);
        Assert.That(await ListAsync(3), Has.Count.EqualTo(3));

        Need(trouble, 1);
        var rowId = await _stage.BuyAsync(await LinkAsync(deal, 0));

        Need(trouble, 1);
        Assert.That((await PullAsync(_stage.Now.AddMinutes(-5), _stage.Now.AddMinutes(5))).Select(order => order.RowId), Is.EqualTo(new[] { rowId }));
    }

    [TestCaseSource(nameof(OfTheWay))]
    public async Task Lasting_trouble_is_explained(NetworkTrouble trouble)
    {
        var deal = await SaleableAsync();
        Need(trouble, int.MaxValue);

        foreach (var call in new Func<Task>[]
        {
            () => ListAsync(1),
            () => Network.ConvertAsync(new LinkRequest(deal, _stage.TrackingOf(0)), default),
            () => PullAsync(_stage.Now.AddMinutes(-5), _stage.Now),
        })
        {
            var exception = (await Assert.ThrowsAsync<NetworkException>(() => call()))!;
            Assert.That((exception.Network, exception.IsTransient), Is.EqualTo((Network.Name, true)));
            Assert.That(exception.IsQuotaUsedUp, Is.EqualTo(trouble == NetworkTrouble.TooOften));
            Explained(exception.Reason);
        }
    }

    [Test]
    public async Task Healthy_account_has_no_faults() => Assert.That(await Network.TestAsync(default), Is.Empty);

    /// <summary>Which field, which permission, which form to file: in words that the owner can act on.</summary>
    [Test]
    public async Task Each_fault_of_an_account_is_explained()
    {
        Assert.That(_stage.BrokenAccounts, Is.Not.Empty);
        foreach (var broken in _stage.BrokenAccounts)
        {
            var faults = await broken.Network.TestAsync(default);

            Assert.That(faults, Is.Not.Empty, broken.Fault);
            Assert.That(faults.Select(fault => fault.Field), Does.Contain(broken.Field), broken.Fault);
            foreach (var word in broken.Words)
            {
                Assert.That(string.Join('\n', faults.Select(fault => fault.Reason.Zh)), Does.Contain(word), broken.Fault);
            }

            foreach (var fault in faults)
            {
                Explained(fault.Reason);
            }
        }
    }

    private async Task<List<Deal>> ListAsync(int most) => await Network.ListDealsAsync(new DealQuery(null, null, most), default).ToListAsync();

    /// <summary>A deal that earns something and can be bought.</summary>
    private async Task<Deal> SaleableAsync() =>
        (await ListAsync(60)).First(deal => deal.EstimatedCommission > Money.Zero && deal.InStock != false);

    private async Task<TrackingLink> LinkAsync(Deal deal, int group)
    {
        var result = await Network.ConvertAsync(new LinkRequest(deal, _stage.TrackingOf(group)), default);
        Assert.That(result, Is.InstanceOf<LinkResult.Converted>(), $"{result}");
        return ((LinkResult.Converted)result).Link;
    }

    private async Task<string> BuyAsync(int group)
    {
        foreach (var deal in (await ListAsync(60)).Where(deal => deal.EstimatedCommission > Money.Zero && deal.InStock != false))
        {
            if (await _stage.BuyAsync(await LinkAsync(deal, group)) is { } rowId)
            {
                return rowId;
            }
        }

        throw new AssertionException("Nothing can be bought.");
    }

    private async Task<List<OrderUpdate>> PullAsync(DateTimeOffset from, DateTimeOffset to)
    {
        var orders = new List<OrderUpdate>();
        for (; from < to; from += Network.Limits.MaxOrderWindow)
        {
            var end = from + Network.Limits.MaxOrderWindow < to ? from + Network.Limits.MaxOrderWindow : to;
            await foreach (var report in Network.PullOrdersAsync(new OrderWindow(from, end), default))
            {
                Assert.That(report.Order, Is.Not.Null, report.Raw);
                orders.Add(report.Order!);
            }
        }

        return orders;
    }

    private void Agrees(OrderUpdate order, string rowId)
    {
        var bought = _stage.OrderOf(rowId);
        Assert.That(order.RowId, Is.EqualTo(rowId));
        Assert.That(order.Deal, Is.EqualTo(bought.Deal));
        Assert.That(order.OrderedAt, Is.EqualTo(bought.OrderedAt));
        Assert.That(order.Status, Is.EqualTo(bought.Status));
        Assert.That(order.Tracking.SubId, Is.EqualTo(bought.Tracking.SubId ?? order.Tracking.SubId));
        Assert.That(order.Tracking.PositionId, Is.EqualTo(bought.Tracking.PositionId ?? order.Tracking.PositionId));
        Assert.That(order.Status == OrderStatus.Paid ? (order.EstimatedBase, order.EstimatedFee) : (order.ActualBase, order.ActualFee), Is.EqualTo((bought.Base, bought.Fee)));
    }

    private void Need(NetworkTrouble trouble, int calls)
    {
        _stage.Calm();
        if (!_stage.Meet(trouble, calls))
        {
            Assert.Ignore($"The network can't have this trouble: {trouble}.");
        }
    }

    private void Explained(Phrase reason)
    {
        Assert.That(reason.Zh, Does.Match(@"\p{IsCJKUnifiedIdeographs}{2}"));
        Assert.That(reason.En, Does.Match("[a-z]{3}").And.Not.Match(@"\p{IsCJKUnifiedIdeographs}{2}.*（"));
        foreach (var secret in _stage.Secrets)
        {
            Assert.That(reason.Zh + reason.En, Does.Not.Contain(secret));
        }
    }
}
