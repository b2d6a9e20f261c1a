using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Ledger;
using DealBot.Core.Orders;
using DealBot.Core.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Orders;

public sealed class OrderSweepsTests
{
    private static readonly DateTimeOffset Night = Some.Shanghai("2026-06-10 03:00");

    private ConfigFolder _folder = null!;
    private FakeOrderStore _store = null!;
    private FakeOrderSyncLog _log = null!;
    private FakeOrderHistory _history = null!;
    private ToldNotices _notices = null!;
    private TestClock _clock = null!;

    [SetUp]
    public void SetUp()
    {
        (_folder, _log, _history, _notices, _clock) = (new ConfigFolder(), new FakeOrderSyncLog(), new FakeOrderHistory(), new ToldNotices(), new TestClock(Night));
        _store = new FakeOrderStore { Reach = new OrderReach(Night.AddHours(-10), Night, Night.AddHours(-9)) };
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public async Task Every_window_is_read_by_update_time_and_then_by_order_time_without_moving_the_watermark()
    {
        var network = Network();

        await RunToTheEndAsync(network);

        Assert.That(network.Windows.Select(window => window.By), Is.EqualTo(Enumerable.Repeat(OrderTime.Updated, 10).Concat(Enumerable.Repeat(OrderTime.Ordered, 10))));
        Assert.That((network.Windows[0].From, network.Windows[9].To), Is.EqualTo((Night.AddHours(-10), Night.AddMinutes(-10))));
        Assert.That(_store.Saves.Select(save => save.Watermark), Is.All.Null);
    }

    [Test]
    public async Task A_network_that_knows_no_order_times_is_read_by_update_time_alone()
    {
        var network = new FakeNetwork();

        await RunToTheEndAsync(network);

        Assert.That(network.Windows.Select(window => window.By), Is.All.EqualTo(OrderTime.Updated));
        Assert.That(_log.Runs, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_turn_reads_a_few_windows_only()
    {
        var network = Network();

        await Sweeps(network).RunAsync(default);

        Assert.That(network.Windows, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task After_a_restart_a_sweep_goes_on_where_it_was()
    {
        var network = Network();
        await Sweeps(network).RunAsync(default);

        await Sweeps(network).RunAsync(default);

        Assert.That(network.Windows[4].From, Is.EqualTo(network.Windows[3].To));
    }

    [Test]
    public async Task A_window_that_fails_is_read_again_at_the_next_turn()
    {
        var isDown = true;
        var network = Network();
        network.Orders = window => window.From == Night.AddHours(-9) && isDown ? [null] : [];
        await Sweeps(network).RunAsync(default);
        isDown = false;

        await Sweeps(network).RunAsync(default);

        Assert.That(network.Windows[1], Is.EqualTo(network.Windows[2]));
        Assert.That(network.Windows[3].From, Is.EqualTo(network.Windows[2].To));
    }

    [Test]
    public async Task What_the_sync_had_missed_is_taken_over_counted_and_told_to_the_owner()
    {
        var missed = Some.Order("missed", modifiedAt: Night.AddHours(-5));
        await RunToTheEndAsync(Network(window => window.By == OrderTime.Updated && window.From <= missed.ModifiedAt && missed.ModifiedAt < window.To ? [missed] : []));

        var run = _log.Runs.Single();
        Assert.That((run.Kind, run.Rows, run.New, run.Changed), Is.EqualTo((SyncKind.Nightly, 1, 1, 0)));
        var told = _notices.Told.Single();
        Assert.That((told.OwnerId, told.Kind), Is.EqualTo(("li", "orders_found")));
        Assert.That(told.Text.Zh, Does.Contain("新补 1 行").And.Contain("8.00 元"));
    }

    [Test]
    public async Task What_was_found_in_the_first_half_of_a_full_window_is_told_though_the_second_failed()
    {
        var first = new OrderWindow(Night.AddHours(-10), Night.AddHours(-9));
        var isDown = true;
        var network = Network(window => window.By == OrderTime.Ordered ? []
            : window == first ? throw new NetworkException("jd", "2002452", Some.Phrase, isTransient: false) { IsWindowTooFull = true }
            : window.From == first.From ? [Some.Order("missed", modifiedAt: first.From)]
            : isDown && window.From < first.To ? [null]
            : []);
        await Sweeps(network).RunAsync(default);
        isDown = false;

        await RunToTheEndAsync(network);

        Assert.That(_log.Runs.Single().New, Is.EqualTo(1));
        Assert.That(_notices.Told.Select(told => told.Kind), Is.EqualTo(new[] { "orders_found" }));
    }

    [Test]
    public async Task What_changed_since_is_the_syncs_to_find_and_not_told()
    {
        await RunToTheEndAsync(Network(window => window.By == OrderTime.Ordered ? [Some.Order("fresh", modifiedAt: Night.AddMinutes(-5))] : []));

        Assert.That(_log.Runs.Single().New, Is.Zero);
        Assert.That(_notices.Told, Is.Empty);
    }

    [Test]
    public async Task Booked_rows_that_the_network_lists_no_more_are_counted()
    {
        _history.Booked = ["gone", "there"];
        await RunToTheEndAsync(Network(window => window == new OrderWindow(Night.AddHours(-10), Night.AddHours(-9), OrderTime.Ordered) ? [Some.Order("there")] : [Some.Order("there"), Some.Order("gone")]));

        Assert.That(_log.Sweeps[SyncKind.Nightly].Unlisted, Is.EqualTo(1));
    }

    [Test]
    public async Task A_sweep_runs_once_a_night()
    {
        var network = Network();
        await RunToTheEndAsync(network);
        network.Windows.Clear();

        _clock.Advance(TimeSpan.FromHours(20));
        await Sweeps(network).RunAsync(default);
        Assert.That(network.Windows, Is.Empty);

        _clock.Advance(TimeSpan.FromHours(4));
        await Sweeps(network).RunAsync(default);
        Assert.That(network.Windows, Is.Not.Empty);
    }

    [Test]
    public async Task The_monthly_sweep_stands_in_for_the_nightly_one_of_its_day()
    {
        _clock.Now = Some.Shanghai("2026-07-01 03:00");
        _store.Reach = new OrderReach(_clock.Now.AddHours(-3), _clock.Now, _clock.Now.AddHours(-3));

        await RunToTheEndAsync(Network());

        Assert.That(_log.Runs.Select(run => run.Kind), Is.EqualTo(new[] { SyncKind.Monthly }));
    }

    [Test]
    public async Task An_account_read_for_the_first_time_today_is_not_swept_before_tonight()
    {
        var network = Network();
        _store.Reach = _store.Reach! with { FirstReadAt = Night.AddMinutes(1) };

        await Sweeps(network).RunAsync(default);

        Assert.That(network.Windows, Is.Empty);
    }

    private static FakeNetwork Network(Func<OrderWindow, IEnumerable<OrderUpdate?>>? orders = null) => new()
    {
        Limits = new NetworkLimits(TimeSpan.FromHours(1), TimeSpan.FromDays(90), ByOrderTime: true),
        Orders = orders ?? (_ => []),
    };

    private async Task RunToTheEndAsync(FakeNetwork network)
    {
        for (var turn = 0; turn < 8; turn++)
        {
            await Sweeps(network).RunAsync(default);
        }
    }

    private OrderSweeps Sweeps(FakeNetwork network)
    {
        var configuration = _folder.Open();
        var settings = new OrderSyncSettings(new OrderOptions { SweepHour = 3, SweepWindowsPerTurn = 4 }, _clock, new OrderPatience());
        var intake = new OrderIntake(new OrderTracing(FakeOwners.Of(configuration), new FakeTraces().Attribution(configuration), new OwnerKeepsAll()), _store, _clock);
        var record = new OrderSyncRecord(_log, _notices, settings.Patience, NullLogger<OrderSyncRecord>.Instance);
        return new OrderSweeps([network], intake, new OrderSweepBooks(_store, _history, _log), record, settings);
    }
}
