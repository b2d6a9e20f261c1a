using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Ledger;
using DealBot.Core.Links;
using DealBot.Core.Orders;
using DealBot.Core.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Orders;

public sealed class OrderSyncTests
{
    private static readonly DateTimeOffset Now = Some.Morning;

    private ConfigFolder _folder = null!;
    private FakeTraces _traces = null!;
    private FakeOrderStore _store = null!;
    private FakeOrderSyncLog _log = null!;
    private ToldNotices _notices = null!;
    private TestClock _clock = null!;

    [SetUp]
    public void SetUp()
    {
        (_folder, _log, _notices, _clock) = (new ConfigFolder(), new FakeOrderSyncLog(), new ToldNotices(), new TestClock(Now));
        _traces = new FakeTraces();
        _store = new FakeOrderStore { Reach = new OrderReach(Now.AddDays(-1), Now.AddHours(-2), Now.AddDays(-1)) };
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public async Task Orders_are_saved_with_owner_and_group()
    {
        var network = new FakeNetwork { Orders = window => window.To == Now ? [Some.Order(tracking: new Tracking("mama-2", null))] : [] };

        Assert.That(await Sync(network).RunAsync(default), Is.EqualTo(1));

        var saved = _store.Saves[^1].Orders.Single();
        Assert.That((saved.OwnerId, saved.Attribution.GroupId), Is.EqualTo(("li", "mama-2")));
    }

    [Test]
    public async Task Windows_of_few_rows_are_kept_at_once_in_the_order_in_which_they_were_read()
    {
        var network = new FakeNetwork { Orders = window => [Some.Order($"{window.From:O}")] };

        Assert.That(await Sync(network).RunAsync(default), Is.EqualTo(network.Windows.Count).And.GreaterThan(1));

        var save = _store.Saves.Single();
        Assert.That(save.Orders.Select(order => order.Order.RowId), Is.EqualTo(network.Windows.Select(window => $"{window.From:O}")));
        Assert.That(save.Watermark, Is.EqualTo(new OrderWindow(network.Windows[0].From, Now)));
        Assert.That((_log.Runs.Single().From, _log.Runs.Single().Until), Is.EqualTo(((DateTimeOffset?)network.Windows[0].From, (DateTimeOffset?)Now)));
    }

    [Test]
    public async Task What_was_kept_when_the_service_is_stopped_is_on_record()
    {
        using var stop = new CancellationTokenSource();
        var rows = Enumerable.Range(0, OrderIntake.RowsAtOnce).Select(number => Some.Order($"{number}")).ToList();
        var network = new FakeNetwork
        {
            Orders = _ =>
            {
                if (_store.Saves.Count == 0 && rows.Count > 0)
                {
                    var first = rows.ToList();
                    rows.Clear();
                    return first;
                }

                Assert.That(SpinWait.SpinUntil(() => _store.Saves.Count > 0, TimeSpan.FromMinutes(2)), Is.True);
                stop.Cancel();
                throw new OperationCanceledException(stop.Token);
            },
        };

        Assert.That(async () => await Sync(network).RunAsync(stop.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That((_log.Runs.Single().Rows, _log.Runs.Single().New), Is.EqualTo((OrderIntake.RowsAtOnce, OrderIntake.RowsAtOnce)));
    }

    [Test]
    public async Task Windows_are_kept_as_soon_as_they_hold_many_rows()
    {
        var rows = Enumerable.Range(0, OrderIntake.RowsAtOnce).Select(number => Some.Order($"{number}")).ToList();
        var network = new FakeNetwork { Orders = _ => rows };

        await Sync(network).RunAsync(default);

        Assert.That(_store.Saves.Select(save => save.Watermark!.To), Is.EqualTo(network.Windows.Select(window => window.To)));
    }

    [Test]
    public async Task Windows_that_were_slow_to_come_are_kept_before_the_next_is_asked_for()
    {
        var kept = new List<int>();
        var network = new FakeNetwork { Orders = Slowly };

        await Sync(network).RunAsync(default);

        Assert.That(kept, Is.EqualTo(new[] { 0, 0, 1 }), "what the first window brought is 16 seconds old when the second has come");

        IEnumerable<OrderUpdate?> Slowly(OrderWindow window)
        {
            kept.Add(_store.Saves.Count);
            _clock.Advance(TimeSpan.FromSeconds(16));
            return [];
        }
    }

    [Test]
    public async Task Windows_read_before_a_fault_are_kept_and_the_watermark_stands_where_they_end()
    {
        var network = new FakeNetwork { Orders = window => window.To == Now ? [Some.Order(), null] : [] };

        await Sync(network).RunAsync(default);

        Assert.That(_store.Saves.Single().Watermark!.To, Is.EqualTo(network.Windows[^2].To), "nothing of the broken window");
        Assert.That(_log.Runs.Single().Until, Is.EqualTo(network.Windows[^2].To));
    }

    [Test]
    public void Windows_read_before_a_mistake_of_the_program_are_kept_as_well()
    {
        var network = new FakeNetwork { Orders = window => window.To == Now ? throw new InvalidOperationException("a bug") : [Some.Order()] };

        Assert.That(async () => await Sync(network).RunAsync(default), Throws.InvalidOperationException);

        Assert.That(_store.Saves.Single().Watermark!.To, Is.EqualTo(network.Windows[^2].To));
    }

    [Test]
    public async Task A_flood_of_orders_with_codes_that_nobody_here_wrote_costs_a_few_questions()
    {
        _store.Reach = new OrderReach(Now, Now.AddMinutes(-1), Now);
        var codes = Enumerable.Range(0, 2_000).Select(number => $"mama-1_zzzzz{Letters(number)}").ToList();
        var network = new FakeNetwork { Orders = _ => codes.Select((code, row) => Some.Order($"r{row}", tracking: new Tracking(code, null))) };

        await Sync(network).RunAsync(default);

        Assert.That(_store.Saves.Single().Orders.Select(order => order.Attribution.GroupId).Distinct(), Is.EqualTo(new[] { "mama-1" }));
        Assert.That(_traces.LinkStore.Asked, Is.Empty);
        Assert.That(_traces.LinkStore.Questions, Is.EqualTo(4), "500 codes at a time");
        Assert.That(_traces.Questions, Is.EqualTo((0, 4)), "500 rows at a time");
    }

    [Test]
    public async Task A_client_with_a_mistake_of_its_own_ends_no_turn_but_its_account_s()
    {
        var faults = new NetworkFaults(_clock, NullLogger<NetworkFaults>.Instance);
        var broken = new SupervisedNetwork(new FakeNetwork { Orders = _ => throw new InvalidOperationException("a row nobody foresaw") }, faults);
        var well = new SupervisedNetwork(new FakeNetwork("pdd") { Orders = window => window.To == Now ? [Some.Order()] : [] }, faults);

        Assert.That(await Sync(broken, well).RunAsync(default), Is.EqualTo(1));

        Assert.That(_log.Runs.Select(run => (run.Network, run.Fault)), Is.EqualTo(new[] { ("jd", "client_fault"), ("pdd", null) }));
    }

    [Test]
    public async Task A_window_with_more_orders_than_the_network_gives_is_read_in_halves()
    {
        _store.Reach = new OrderReach(Now, Now.AddMinutes(-30), Now);
        var network = new FakeNetwork
        {
            Orders = window => window.To - window.From > TimeSpan.FromMinutes(15)
                ? throw new NetworkException("jd", "2002452", Some.Phrase, isTransient: false) { IsWindowTooFull = true }
                : [Some.Order($"{window.From:O}")],
        };

        Assert.That(await Sync(network).RunAsync(default), Is.EqualTo(4), "40 minutes with the overlap, in quarters");

        Assert.That(_store.Saves.Select(save => save.Watermark!.To), Is.Ordered);
        Assert.That(_store.Saves[^1].Watermark!.To, Is.EqualTo(Now));
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
    public async Task Every_version_of_a_row_is_handed_on_in_the_order_in_which_it_came()
    {
        var early = Some.Order("r", modifiedAt: Now.AddMinutes(1));
        var late = Some.Order("r", OrderStatus.Invalid, modifiedAt: Now.AddMinutes(2));
        _store.Reach = new OrderReach(Now, Now.AddMinutes(-20), Now);

        await Sync(new FakeNetwork { Orders = _ => [late, early] }).RunAsync(default);

        Assert.That(_store.Saves.Single().Orders.Select(order => order.Order), Is.EqualTo(new[] { late, early }));
    }

    [Test]
    public async Task A_row_that_cannot_be_read_is_kept_and_told_and_stops_nothing()
    {
        var network = new FakeNetwork { Orders = window => window.To == Now ? [Some.Order()] : [], Unreadable = window => window.To == Now ? ["broken"] : [] };

        Assert.That(await Sync(network).RunAsync(default), Is.EqualTo(1));

        Assert.That(_store.Saves[^1].Unreadable.Single().Raw, Is.EqualTo("broken"));
        Assert.That(_notices.Told.Single(), Has.Property("OwnerId").EqualTo("li").And.Property("Kind").EqualTo("orders_unreadable"));
        Assert.That(_log.Runs.Single().Unreadable, Is.EqualTo(1));
    }

    [Test]
    public async Task Every_run_is_put_on_record_with_its_span_and_what_it_brought_or_what_ended_it()
    {
        await Sync(new FakeNetwork { Orders = window => window.To == Now ? [Some.Order("r1"), Some.Order("r2")] : [] }).RunAsync(default);
        await Sync(new FakeNetwork { Orders = _ => [null] }).RunAsync(default);

        Assert.That((_log.Runs[0].From, _log.Runs[0].Until, _log.Runs[0].Rows, _log.Runs[0].New, _log.Runs[0].Fault), Is.EqualTo(((DateTimeOffset?)Now.AddHours(-2).AddMinutes(-10), (DateTimeOffset?)Now, 2, 2, (string?)null)));
        Assert.That((_log.Runs[1].From, _log.Runs[1].Fault), Is.EqualTo(((DateTimeOffset?)null, "transport")));
    }

    [Test]
    public async Task An_account_whose_quota_is_used_up_is_left_alone_for_longer_each_time_and_the_others_go_on()
    {
        var used = new FakeNetwork { Orders = _ => throw new NetworkException("jd", "429", Some.Phrase, isTransient: true) { IsQuotaUsedUp = true } };
        var other = new FakeNetwork("pdd");
        var sync = Sync(used, other);

        for (var minute = 0; minute < 8; minute++, _clock.Advance(TimeSpan.FromMinutes(1)))
        {
            await sync.RunAsync(default);
        }

        Assert.That(used.Windows, Has.Count.EqualTo(4), "after 0, 1, 3 and 7 minutes");
        Assert.That(other.Windows, Has.Count.GreaterThanOrEqualTo(8));
    }

    [Test]
    public async Task A_network_that_hangs_does_not_hold_up_another_and_is_left_alone_once_it_has_failed()
    {
        var answer = new TaskCompletionSource();
        var hanging = new FakeNetwork { Answering = answer.Task, Orders = _ => [null] };
        var saved = new TaskCompletionSource();
        var other = new FakeNetwork("pdd") { Orders = window => Tell(window, saved) };
        var sync = Sync(parallelism: 4, hanging, other);

        var run = sync.RunAsync(default);
        await saved.Task;
        Assert.That(run.IsCompleted, Is.False);
        _clock.Advance(TimeSpan.FromSeconds(30));
        answer.SetResult();
        await run;
        await sync.RunAsync(default);

        Assert.That(hanging.Windows, Has.Count.EqualTo(1));
    }

    private static IEnumerable<OrderUpdate?> Tell(OrderWindow window, TaskCompletionSource told)
    {
        if (window.To == Now)
        {
            told.TrySetResult();
        }

        return [];
    }

    [Test]
    public async Task What_is_left_of_a_long_outage_waits_for_the_next_turn_so_that_this_one_ends()
    {
        var network = new FakeNetwork { Orders = _ => Slowly() };
        var sync = Sync(network);

        await sync.RunAsync(default);
        var first = network.Windows.Count;
        await sync.RunAsync(default);

        Assert.That(first, Is.EqualTo(2), "45 seconds at 30 a window");
        Assert.That(network.Windows[2].From, Is.LessThanOrEqualTo(network.Windows[1].To), "nothing is left out");

        IEnumerable<OrderUpdate?> Slowly()
        {
            _clock.Advance(TimeSpan.FromSeconds(30));
            return [];
        }
    }

    [Test]
    public async Task Orders_of_an_account_of_no_owner_are_kept_without_one()
    {
        await Sync(new FakeNetwork(account: "former") { Orders = window => window.To == Now ? [Some.Order()] : [] }).RunAsync(default);

        Assert.That(_store.Saves[^1].Orders.Single().OwnerId, Is.Null);
    }

    /// <summary>A number as six letters that a code may have.</summary>
    private static string Letters(int number) => string.Concat(Enumerable.Range(0, 6).Select(place => (char)('a' + (number / (int)Math.Pow(8, place) % 8))));

    private OrderSync Sync(params IAffiliateNetwork[] networks) => Sync(parallelism: 1, networks);

    private OrderSync Sync(int parallelism, params IAffiliateNetwork[] networks)
    {
        var configuration = _folder.Open();
        var settings = new OrderSyncSettings(new OrderOptions(), _clock, new OrderPatience()) { Parallelism = parallelism };
        var intake = new OrderIntake(new OrderTracing(FakeOwners.Of(configuration), _traces.Attribution(configuration), new OwnerKeepsAll()), _store, _clock);
        var record = new OrderSyncRecord(_log, _notices, settings.Patience, NullLogger<OrderSyncRecord>.Instance);
        return new OrderSync(networks, intake, _store, record, settings);
    }
}
