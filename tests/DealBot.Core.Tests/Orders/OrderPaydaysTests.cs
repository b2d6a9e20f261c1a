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
    private FakeState _state = null!;
    private OrderPaydays _paydays = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new ConfigFolder();
        _state = new FakeState();
        _history.Confirmed.Clear();
        _history.Since.Clear();
        _store.Saves.Clear();
        _network.Windows.Clear();
        _clock.Now = Midnight;
        _network.Read = Due("r1", "r2", "r3");
        _history.Confirmed.AddRange(new[] { "r1", "r2", "r3" }.Select(row => new OrderVersions("jd", row, "main", [new OrderVersion(1, Some.Morning, row)])));
        Restart(_network);
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

    [Test]
    public async Task Restart_does_not_look_through_them_again_on_the_same_day()
    {
        await _paydays.RunAsync(default);
        Restart(_network);
        _history.Since.Clear();

        await _paydays.RunAsync(default);

        Assert.That(_history.Since, Is.Empty);
    }

    [Test]
    public async Task Turn_that_broke_off_is_taken_again()
    {
        _network.Read = _ => throw new InvalidOperationException();
        Assert.That(() => _paydays.RunAsync(default), Throws.InvalidOperationException);

        _network.Read = Due("r1");
        await _paydays.RunAsync(default);

        Assert.That(Settled(), Is.EqualTo(new[] { "r1" }));
    }

    [Test]
    public async Task Each_account_has_its_own_day()
    {
        await _paydays.RunAsync(default);
        _store.Saves.Clear();

        Restart(new FakeNetwork("jd", "second") { Read = Due("r1") });
        await _paydays.RunAsync(default);

        Assert.That(Settled(), Is.EqualTo(new[] { "r1" }));
    }

    [Test]
    public async Task Clock_that_leaps_ahead_settles_nothing_until_the_next_day()
    {
        _network.Read = Due();
        await _paydays.RunAsync(default);
        _network.Read = Due("r1", "r2", "r3");

        _clock.Now = Midnight.AddDays(31);
        await _paydays.RunAsync(default);
        _clock.Now = Midnight.AddDays(32).AddMinutes(-1);
        await _paydays.RunAsync(default);
        Assert.That(Settled(), Is.Empty, "it may be wrong, and JD reports nothing that would take it back");

        _clock.Now = Midnight.AddDays(32);
        await _paydays.RunAsync(default);
        Assert.That(Settled(), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Clock_that_was_put_right_again_goes_on_at_once()
    {
        _network.Read = Due();
        await _paydays.RunAsync(default);
        _clock.Now = Midnight.AddDays(31);
        await _paydays.RunAsync(default);

        _network.Read = Due("r1");
        _clock.Now = Midnight.AddDays(1);
        await _paydays.RunAsync(default);

        Assert.That(Settled(), Is.EqualTo(new[] { "r1" }));
    }

    [Test]
    public async Task Week_without_the_service_is_no_leap()
    {
        _network.Read = Due();
        await _paydays.RunAsync(default);

        _network.Read = Due("r1");
        _clock.Now = Midnight.AddDays(7);
        await _paydays.RunAsync(default);

        Assert.That(Settled(), Is.EqualTo(new[] { "r1" }));
    }

    [Test]
    public async Task Orders_of_a_year_ago_that_no_sweep_ever_settled_are_among_them()
    {
        await _paydays.RunAsync(default);

        Assert.That(_history.Since, Is.All.EqualTo(Midnight.AddDays(-400)));
    }

    /// <summary>All that is not kept begins anew.</summary>
    private void Restart(FakeNetwork network)
    {
        var configuration = _folder.Open();
        var tracing = new OrderTracing(FakeOwners.Of(configuration), new FakeTraces().Attribution(configuration), new OwnerKeepsAll());
        _paydays = new OrderPaydays([network], tracing, _store, _history, _state, _clock);
    }

    private static Func<string, OrderUpdate?> Due(params string[] rows) =>
        raw => Some.Order(raw, rows.Contains(raw) ? OrderStatus.Settled : OrderStatus.Confirmed);

    private List<string> Settled() =>
        [.. _store.Saves.SelectMany(save => save.Orders).Select(order => order.Order).Where(order => order.Status == OrderStatus.Settled && order.Raw == order.RowId).Select(order => order.RowId)];
}
