using DealBot.Contracts;
using DealBot.Core.Orders;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Orders;

public sealed class OrderPaydaysTests
{
    private static readonly DateTimeOffset Midnight = Some.Shanghai("2026-07-21 00:00");

    private readonly FakeOrderHistory _history = new();
    private readonly FakeOrderStore _store = new();
    private readonly FakeNetwork _network = new();
    private readonly TestClock _clock = new(Midnight);
    private ConfigFolder _folder = null!;
    private OrderPaydays _paydays = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new ConfigFolder();
        _history.Confirmed.Clear();
        _store.Saves.Clear();
        _network.Windows.Clear();
        _clock.Now = Midnight;
        _network.Read = Due("r1", "r2", "r3");
        _history.Confirmed.AddRange(new[] { "r1", "r2", "r3" }.Select(row => new OrderVersions("jd", row, "main", [new OrderVersion(1, Some.Morning, row)])));
        var configuration = _folder.Open();
        var tracing = new OrderTracing(FakeOwners.Of(configuration), new FakeTraces().Attribution(configuration), new OwnerKeepsAll());
        _paydays = new OrderPaydays([_network], tracing, _store, _history, _clock);
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public async Task A_confirmed_order_is_settled_when_its_payday_has_passed_though_nobody_reports_it()
    {
        await _paydays.RunAsync(default);

        Assert.That(Settled(), Is.EqualTo(new[] { "r1", "r2", "r3" }));
        Assert.That(_store.Saves.Select(save => save.Watermark), Is.All.Null);
        Assert.That(_network.Windows, Is.Empty, "the network is not asked");
    }

    [Test]
    public async Task One_whose_payday_is_still_to_come_is_left_as_it_is()
    {
        _network.Read = Due("r2");

        await _paydays.RunAsync(default);

        Assert.That(Settled(), Is.EqualTo(new[] { "r2" }));
    }

    [Test]
    public async Task Orders_are_looked_through_once_a_day_of_Beijing()
    {
        await _paydays.RunAsync(default);
        _store.Saves.Clear();

        _clock.Now = Midnight.AddHours(24).AddMinutes(-1);
        await _paydays.RunAsync(default);
        Assert.That(Settled(), Is.Empty);

        _clock.Now = Midnight.AddHours(24);
        await _paydays.RunAsync(default);
        Assert.That(Settled(), Has.Count.EqualTo(3));
    }

    private static Func<string, OrderUpdate?> Due(params string[] rows) =>
        raw => Some.Order(raw, rows.Contains(raw) ? OrderStatus.Settled : OrderStatus.Confirmed);

    private List<string> Settled() =>
        [.. _store.Saves.SelectMany(save => save.Orders).Select(order => order.Order).Where(order => order.Status == OrderStatus.Settled && order.Raw == order.RowId).Select(order => order.RowId)];
}
