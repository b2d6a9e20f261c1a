using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Orders;
using DealBot.Core.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Orders;

public sealed class OrderSyncTests
{
    private static readonly DateTimeOffset Now = Some.Morning;

    private ConfigFolder _folder = null!;
    private FakeOrderStore _store = null!;

    [SetUp]
    public void SetUp() => (_folder, _store) = (new ConfigFolder(), new FakeOrderStore { Watermark = Now.AddHours(-2) });

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public async Task Orders_are_saved_with_owner_and_group_window_by_window()
    {
        var network = new FakeNetwork { Orders = window => window.To == Now ? [Some.Order(tracking: new Tracking("mama-2", null))] : [] };

        Assert.That(await Sync(network).RunAsync(default), Is.EqualTo(1));

        Assert.That(_store.Saves.Select(save => save.Until), Is.EqualTo(network.Windows.Select(window => window.To)));
        var saved = _store.Saves[^1].Orders.Single();
        Assert.That((saved.OwnerId, saved.Attribution.GroupId), Is.EqualTo(("li", "mama-2")));
    }

    [Test]
    public async Task Windows_read_before_a_fault_are_kept_and_the_watermark_stands_where_they_end()
    {
        var network = new FakeNetwork { Orders = window => window.To == Now ? [Some.Order(), null] : [] };

        await Sync(network).RunAsync(default);

        Assert.That(_store.Saves.Select(save => save.Until), Is.EqualTo(network.Windows.SkipLast(1).Select(window => window.To)), "nothing of the broken window");
        Assert.That(_store.Saves, Is.Not.Empty);
    }

    [Test]
    public async Task A_window_with_more_orders_than_the_network_gives_is_read_in_halves()
    {
        _store.Watermark = Now.AddMinutes(-30);
        var network = new FakeNetwork
        {
            Orders = window => window.To - window.From > TimeSpan.FromMinutes(15)
                ? throw new NetworkException("jd", "2002452", Some.Phrase, isTransient: false) { IsWindowTooFull = true }
                : [Some.Order($"{window.From:O}")],
        };

        Assert.That(await Sync(network).RunAsync(default), Is.EqualTo(4), "40 minutes with the overlap, in quarters");

        Assert.That(_store.Saves.Select(save => save.Until), Is.Ordered);
        Assert.That(_store.Saves[^1].Until, Is.EqualTo(Now));
    }

    [Test]
    public async Task A_network_that_finds_every_window_too_full_is_given_up_on_rather_than_asked_for_ever()
    {
        var network = new FakeNetwork { Orders = _ => throw new NetworkException("jd", "2002452", Some.Phrase, isTransient: false) { IsWindowTooFull = true } };

        Assert.That(await Sync(network).RunAsync(default), Is.Zero);

        Assert.That(network.Windows, Has.Count.LessThan(20));
        Assert.That(_store.Saves, Is.Empty);
    }

    [Test]
    public async Task An_account_that_fails_does_not_keep_the_others_back()
    {
        var broken = new FakeNetwork { Orders = _ => [null] };
        var sound = new FakeNetwork("pdd") { Orders = window => window.To == Now ? [Some.Order()] : [] };

        Assert.That(await Sync(broken, sound).RunAsync(default), Is.EqualTo(1));
    }

    [Test]
    public async Task Of_two_reports_of_a_row_within_a_window_the_later_one_is_saved_whatever_their_order()
    {
        var early = Some.Order("r", modifiedAt: Now.AddMinutes(1));
        var late = Some.Order("r", OrderStatus.Invalid, modifiedAt: Now.AddMinutes(2));
        _store.Watermark = Now.AddMinutes(-20);

        await Sync(new FakeNetwork { Orders = _ => [late, early] }).RunAsync(default);
        await Sync(new FakeNetwork { Orders = _ => [early, late] }).RunAsync(default);

        Assert.That(_store.Saves.Select(save => save.Orders.Single().Order), Is.All.EqualTo(late));
    }

    [Test]
    public async Task Orders_of_an_account_of_no_owner_are_kept_without_one()
    {
        await Sync(new FakeNetwork(account: "former") { Orders = window => window.To == Now ? [Some.Order()] : [] }).RunAsync(default);

        Assert.That(_store.Saves[^1].Orders.Single().OwnerId, Is.Null);
    }

    private OrderSync Sync(params IAffiliateNetwork[] networks)
    {
        var configuration = _folder.Open();
        var settings = new OrderSyncSettings(new OrderOptions(), new TestClock(Now), NullLogger<OrderSync>.Instance);
        return new OrderSync(networks, configuration, new OrderAttribution(configuration, new LinkDirectory(new FakeLinkStore())), _store, settings);
    }

    private sealed class FakeOrderStore : IOrderStore
    {
        public DateTimeOffset? Watermark { get; set; }

        public List<(IReadOnlyList<AttributedOrder> Orders, DateTimeOffset Until)> Saves { get; } = [];

        public Task<DateTimeOffset?> WatermarkAsync(string network, string account, CancellationToken cancellationToken) => Task.FromResult(Watermark);

        public Task<int> SaveAsync(string network, string account, IReadOnlyList<AttributedOrder> orders, DateTimeOffset until, CancellationToken cancellationToken)
        {
            Saves.Add((orders, until));
            return Task.FromResult(orders.Count);
        }
    }
}
