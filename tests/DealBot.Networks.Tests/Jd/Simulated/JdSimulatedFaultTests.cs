using DealBot.Contracts;
using DealBot.Networks.Jd;
using DealBot.Simulators.Jd;
using DealBot.Simulators.Market;

namespace DealBot.Networks.Tests.Jd.Simulated;

/// <summary>Every way in which the simulated platform can misbehave, met by the client over HTTP.</summary>
public sealed class JdSimulatedFaultTests : SimulatedJdFixture
{
    private static readonly Tracking Asked = new("mama-a_7kq2mzp4xw3", null);

    [TestCase(NetworkFault.HttpTooManyRequests)]
    [TestCase(NetworkFault.HttpBadGateway)]
    [TestCase(NetworkFault.HtmlPage)]
    [TestCase(NetworkFault.AppCallLimited)]
    [TestCase(NetworkFault.TooFrequent)]
    [TestCase(NetworkFault.TruncatedJson)]
    [TestCase(NetworkFault.EmptyResult)]
    public async Task Fault_that_passes_is_outlived(NetworkFault fault)
    {
        var network = Jd.TrustedAccount();
        var expected = await ListAsync(network);
        Jd.Simulator.Faults.Next(fault, calls: 3);

        var deals = await ListAsync(network);

        Assert.That(deals.Select(deal => deal.Key), Is.EqualTo(expected.Select(deal => deal.Key)));
        Assert.That(Jd.Clock.Waits, Has.Count.EqualTo(3));
    }

    [TestCase(NetworkFault.HttpTooManyRequests, "http_429")]
    [TestCase(NetworkFault.HttpBadGateway, "http_502")]
    [TestCase(NetworkFault.HtmlPage, "html_body")]
    [TestCase(NetworkFault.AppCallLimited, "2")]
    [TestCase(NetworkFault.TooFrequent, "429")]
    [TestCase(NetworkFault.TruncatedJson, "broken_json")]
    [TestCase(NetworkFault.EmptyResult, "empty_result")]
    public async Task Fault_that_stays_is_told_as_one_that_may_pass(NetworkFault fault, string code)
    {
        Jd.Simulator.Faults.Next(fault, int.MaxValue);

        var exception = await Assert.ThrowsAsync<NetworkException>(async () => await ListAsync(Jd.TrustedAccount()));

        Assert.That((exception!.Code, exception.IsTransient), Is.EqualTo((code, true)));
        Assert.That(exception.Reason.Zh, Does.Contain("jd.union.open.goods.jingfen.query"));
    }

    [TestCase(NetworkFault.NumbersAsStrings)]
    [TestCase(NetworkFault.MissingOptionalFields)]
    public async Task Row_of_another_shape_is_the_same_deal(NetworkFault fault)
    {
        var network = Jd.TrustedAccount();
        var expected = await ListAsync(network);
        Jd.Simulator.Faults.Next(fault, int.MaxValue);

        var deals = await ListAsync(network);

        Assert.That(
            deals.Select(deal => (deal.Key, deal.Price, deal.FinalPrice, deal.CommissionRate)),
            Is.EqualTo(expected.Select(deal => (deal.Key, deal.Price, deal.FinalPrice, deal.CommissionRate))));
    }

    [TestCase(NetworkFault.NumbersAsStrings)]
    [TestCase(NetworkFault.MissingOptionalFields)]
    public async Task Order_row_of_another_shape_is_the_same_order(NetworkFault fault)
    {
        var network = Jd.TrustedAccount();
        var (_, visit) = await VisitAsync(network, Asked);
        Jd.Simulator.Buy(visit, 2);
        var expected = (await Jd.PullAsync(network)).Single();
        Jd.Simulator.Faults.Next(fault, int.MaxValue);

        var order = (await Jd.PullAsync(network)).Single();

        Assert.That(order with { Raw = "" }, Is.EqualTo(expected with { Raw = "" }));
    }

    [Test]
    public async Task Deal_on_two_pages_comes_once()
    {
        Jd.Simulator.Faults.Next(NetworkFault.DuplicateRows, int.MaxValue);

        var deals = await ListAsync(Jd.TrustedAccount(), channel: "23");

        Assert.That(deals, Has.Count.GreaterThan(100));
        Assert.That(deals.Select(deal => deal.Key), Is.Unique);
    }

    [Test]
    public async Task Row_that_cannot_be_booked_comes_as_it_is_and_the_others_with_it()
    {
        var network = Jd.TrustedAccount();
        var (_, visit) = await VisitAsync(network, Asked);
        Jd.Simulator.Buy(visit, 1);
        Jd.Simulator.Buy(visit, 1);
        Jd.Simulator.Faults.Next(NetworkFault.BrokenRow);

        var reports = await Jd.ReportsAsync(network);

        Assert.That(reports.Select(report => report.Order is null), Is.EqualTo(new[] { true, false }));
        Assert.That(reports.Select(report => report.RowId), Is.EquivalentTo(Jd.Simulator.Orders.Select(order => order.Id)));
    }

    [Test]
    public async Task No_order_is_lost_when_rows_leave_the_first_page_while_later_ones_are_read()
    {
        var network = Jd.TrustedAccount();
        var (_, visit) = await VisitAsync(network, Asked);
        for (var count = 0; count < 1100; count++)
        {
            Jd.Simulator.Buy(visit, 1);
        }

        Jd.Simulator.Faults.Next(NetworkFault.ShiftedPages, 2);
        var orders = await Jd.PullAsync(network);

        Assert.That(orders.Select(order => order.RowId).Distinct(), Is.EquivalentTo(Jd.Simulator.Orders.Select(order => order.Id)));
    }

    [Test]
    public async Task Change_that_moves_no_update_time_is_found_by_order_time()
    {
        var network = Jd.TrustedAccount();
        var (_, visit) = await VisitAsync(network, Asked);
        var bought = Jd.Simulator.Buy(visit, 1);
        Jd.Simulator.Faults.Next(NetworkFault.UnmarkedChange, int.MaxValue);
        Jd.Clock.Advance(TimeSpan.FromDays(2));
        Jd.Simulator.Advance();

        var changed = await Jd.ReportsAsync(network);
        var ordered = await network.PullOrdersAsync(new OrderWindow(bought.OrderedAt, bought.OrderedAt.AddMinutes(1), OrderTime.Ordered), default).ToListAsync();

        Assert.That(changed, Is.Empty);
        Assert.That(ordered.Single().Order!.Status, Is.EqualTo(OrderStatus.Confirmed));
    }

    [Test]
    public async Task Order_on_two_pages_comes_once_and_none_is_lost()
    {
        var network = Jd.TrustedAccount();
        var (_, visit) = await VisitAsync(network, Asked);
        for (var count = 0; count < 1100; count++)
        {
            Jd.Simulator.Buy(visit, 1);
        }

        Jd.Simulator.Faults.Next(NetworkFault.DuplicateRows, int.MaxValue);
        var orders = await Jd.PullAsync(network);

        Assert.That(orders.Select(order => order.RowId), Is.EquivalentTo(Jd.Simulator.Orders.Select(order => order.Id)));
    }

    [Test]
    public async Task Link_that_carries_somebody_elses_subUnionId_is_refused()
    {
        var network = Jd.TrustedAccount();
        var deal = await DealAsync(network);
        Jd.Simulator.Faults.Next(NetworkFault.ForeignLink);

        var result = await ConvertAsync(network, deal, Asked);

        Assert.That(result, Is.InstanceOf<LinkResult.Refused>());
        Assert.That(((LinkResult.Refused)result).Code, Is.EqualTo("tracking_mismatch"));
    }

    [Test]
    public async Task Link_that_carries_a_subUnionId_nobody_asked_for_is_refused()
    {
        var network = Jd.PlainAccount();
        var deal = await DealAsync(network);
        Jd.Simulator.Faults.Next(NetworkFault.ForeignLink);

        var result = await ConvertAsync(network, deal, new Tracking(null, SimulatedJd.Position));

        Assert.That(result, Is.InstanceOf<LinkResult.Refused>());
        Assert.That(((LinkResult.Refused)result).Code, Is.EqualTo("tracking_mismatch"));
    }

    [Test]
    public async Task Link_to_a_host_that_nobody_named_is_refused()
    {
        var network = Jd.TrustedAccount(options: options => options with { LinkHosts = ["u.jd.com"] });

        var result = await ConvertAsync(network, await DealAsync(network), Asked);

        Assert.That(result, Is.InstanceOf<LinkResult.Refused>());
        Assert.That(((LinkResult.Refused)result).Code, Is.EqualTo("foreign_link"));
    }

    [Test]
    public async Task Change_that_shows_late_is_found_when_its_time_is_asked_for_again()
    {
        var network = Jd.TrustedAccount();
        var (_, visit) = await VisitAsync(network, Asked);
        Jd.Simulator.Buy(visit, 1);
        Jd.Clock.Advance(TimeSpan.FromHours(11));
        Jd.Simulator.Faults.Next(NetworkFault.LateStatusChange);
        Jd.Simulator.Advance();
        Assert.That(await Jd.PullAsync(network), Is.Empty);

        Jd.Clock.Advance(Jd.Simulator.Faults.LateBy);

        Assert.That((await Jd.PullAsync(network)).Select(order => order.Status), Is.EqualTo(new[] { OrderStatus.Confirmed }));
    }

    [Test]
    public async Task Answer_that_takes_too_long_is_asked_for_again()
    {
        Jd.Simulator.Faults.SlowBy = TimeSpan.FromMinutes(1);
        Jd.Simulator.Faults.Next(NetworkFault.SlowResponse);

        var deals = await ListAsync(Jd.TrustedAccount(options: options => options with { TimeoutSeconds = 1, MaxRetries = 8 }));

        // On a machine that stands still for a second an answer that is not slow at all is asked for again, too.
        Assert.That(deals, Is.Not.Empty);
        Assert.That(Jd.Clock.Waits, Is.Not.Empty);
    }

    [Test]
    public async Task Wrong_secret_is_told_with_a_hint_that_names_it_and_never_with_the_secret()
    {
        var network = Jd.TrustedAccount(account => account with { AppSecret = "wrong-secret-0001" });

        var exception = await Assert.ThrowsAsync<NetworkException>(async () => await ListAsync(network));

        Assert.That((exception!.Code, exception.IsTransient), Is.EqualTo(("12", false)));
        Assert.That(exception.Reason.Zh, Does.Contain("AppSecret").And.Contain("签名"));
        Assert.That(exception.ToString() + string.Concat(Jd.Loggers.Lines), Does.Not.Contain("wrong-secret-0001").And.Not.Contain(SimulatedJd.Secret));
    }

    [TestCase("wrong-key", SimulatedJd.Secret, "AppKey")]
    [TestCase("trustedkey0001", "wrong-secret-0001", "AppSecret")]
    public async Task Test_of_an_account_names_the_wrong_field(string key, string secret, string field)
    {
        var network = Jd.TrustedAccount(account => account with { AppKey = key, AppSecret = secret });

        var faults = await network.TestAsync(CancellationToken.None);

        Assert.That(faults.Select(fault => fault.Field), Is.EqualTo(new[] { field }));
    }

    [Test]
    public async Task Test_of_an_account_names_a_site_that_is_not_on_file()
    {
        var network = Jd.PlainAccount(account => account with { SiteId = "4100000099" });

        var faults = await network.TestAsync(CancellationToken.None);

        Assert.That(faults.Select(fault => fault.Field), Is.EqualTo(new[] { nameof(JdAccount.SiteId) }));
    }
}
