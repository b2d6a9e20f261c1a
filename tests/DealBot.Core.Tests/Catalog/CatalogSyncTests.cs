using DealBot.Contracts;
using DealBot.Core.Catalog;
using DealBot.Core.Links;
using DealBot.Core.Tests.Fakes;
using DealBot.Storage;
using DealBot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Catalog;

public sealed class CatalogSyncTests
{
    private TempFolder _folder = null!;
    private SqliteDatabase _database = null!;
    private TestClock _clock = null!;
    private DealCatalog _catalog = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TempFolder();
        _database = SqliteDatabase.Open(new StorageOptions { Path = _folder.File("a.db"), SyncEveryCommit = false });
        _clock = new TestClock(Some.Morning);
        _catalog = new DealCatalog(new CatalogStore(_database), new CatalogOptions(), _clock);
    }

    [TearDown]
    public void TearDown()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Test]
    public async Task Deals_of_every_channel_are_to_choose_from_afterwards()
    {
        var network = new FakeNetwork { Deals = query => [Some.Deal(query.Channel!), Some.Deal("both")] };

        Assert.That(await SyncAsync(network, "22", "10"), Is.EqualTo(4));

        Assert.That(_catalog.Entries.Select(entry => entry.Deal.Key.ItemId), Is.EqualTo(new[] { "10", "22", "both" }));
        Assert.That(_catalog.Find(new DealKey("jd", "22")), Is.Not.Null);
        Assert.That(_catalog.Find(new DealKey("jd", "nowhere")), Is.Null);
    }

    [Test]
    public async Task A_channel_that_breaks_off_keeps_what_it_gave_and_the_others_go_on()
    {
        var network = new FakeNetwork { Deals = query => query.Channel == "22" ? [Some.Deal("before"), null] : [Some.Deal("other")] };

        await SyncAsync(network, "22", "10");

        Assert.That(_catalog.Entries.Select(entry => entry.Deal.Key.ItemId), Is.EqualTo(new[] { "before", "other" }));
    }

    [Test]
    public async Task A_title_that_is_no_text_keeps_no_other_deal_out()
    {
        var network = new FakeNetwork { Deals = _ => [Some.Deal("bad", title: "抽纸\uFFFE整箱"), Some.Deal("good")] };

        await SyncAsync(network, "22");

        Assert.That(_catalog.Entries.Select(entry => entry.Deal.Key.ItemId), Is.EqualTo(new[] { "bad", "good" }));
    }

    [Test]
    public async Task A_deal_not_seen_for_six_hours_is_gone()
    {
        await SyncAsync(new FakeNetwork { Deals = _ => [Some.Deal("1")] }, "22");

        _clock.Now = Some.Morning + DealCatalog.Freshness;
        await SyncAsync(new FakeNetwork(), "22");
        Assert.That(_catalog.Entries, Has.Count.EqualTo(1));

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await SyncAsync(new FakeNetwork(), "22");
        Assert.That(_catalog.Entries, Is.Empty);
    }

    [Test]
    public async Task Deals_of_the_other_networks_are_to_choose_from_while_one_hangs()
    {
        var answer = new TaskCompletionSource();
        var hanging = new FakeNetwork { Answering = answer.Task, Deals = _ => [Some.Deal("late")] };
        var other = new FakeNetwork("pdd") { Deals = _ => [Some.Deal("1") with { Key = new DealKey("pdd", "1") }] };
        using var sync = Sync([Source(hanging, "22"), Source(other, "22")], parallelism: 4);

        var run = sync.RunAsync(default);
        while (_catalog.Entries.Count == 0)
        {
            Assert.That(run.IsCompleted, Is.False);
            await Task.Yield();
        }

        Assert.That(_catalog.Entries.Single().Deal.Key.Network, Is.EqualTo("pdd"));
        answer.SetResult();
        Assert.That(await run, Is.EqualTo(2));
        Assert.That(_catalog.Entries, Has.Count.EqualTo(2));
    }

    [TestCase(false, false, "second", TestName = "Where the first account of a network is refused the next one lists")]
    [TestCase(true, true, "second", TestName = "Where the first account of a network has asked too often the next one lists")]
    [TestCase(true, false, null, TestName = "A network that can not be reached is not asked through every account")]
    public async Task The_next_account_lists_where_that_helps(bool transient, bool quota, string? listed)
    {
        var first = new FakeNetwork { Deals = _ => throw new NetworkException("jd", "x", Some.Phrase, transient) { IsQuotaUsedUp = quota } };
        var second = new FakeNetwork(account: "li") { Deals = _ => [Some.Deal("second")] };
        using var sync = Sync([Source(first, "22", "10") with { Standby = [second] }]);

        await sync.RunAsync(default);

        Assert.That(_catalog.Entries.SingleOrDefault()?.Deal.Key.ItemId, Is.EqualTo(listed));
    }

    [Test]
    public async Task A_client_with_a_mistake_of_its_own_ends_no_turn_but_its_channel_s()
    {
        var broken = new FakeNetwork { Deals = query => query.Channel == "22" ? throw new InvalidCastException() : [Some.Deal("1")] };
        var well = new FakeNetwork("pdd") { Deals = _ => [Some.Deal("1") with { Key = new DealKey("pdd", "1") }] };
        var faults = new NetworkFaults(_clock, NullLogger<NetworkFaults>.Instance);
        using var sync = Sync([.. new[] { Source(broken, "22", "10"), Source(well, "22") }.Select(source => source with { Network = new SupervisedNetwork(source.Network, faults) })]);

        await sync.RunAsync(default);

        Assert.That(_catalog.Entries.Select(entry => entry.Deal.Key.Network), Is.EquivalentTo(new[] { "jd", "pdd" }));
        Assert.That(faults.Untold(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_deal_without_a_title_keeps_no_other_deal_out()
    {
        var network = new FakeNetwork { Deals = _ => [Some.Deal("bad") with { Title = null! }, Some.Deal("good")] };
        var faults = new NetworkFaults(_clock, NullLogger<NetworkFaults>.Instance);
        using var sync = Sync([Source(network, "22") with { Network = new SupervisedNetwork(network, faults) }]);

        await sync.RunAsync(default);

        Assert.That(_catalog.Entries.Select(entry => entry.Deal.Key.ItemId), Is.EqualTo(new[] { "good" }));
        Assert.That(faults.Untold(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_network_silent_for_two_channels_is_left_alone_until_the_next_sync()
    {
        var asked = new List<string?>();
        var network = new FakeNetwork
        {
            Deals = query =>
            {
                asked.Add(query.Channel);
                throw FakeNetwork.Exception();
            },
        };

        await SyncAsync(network, "1", "2", "3", "4");

        Assert.That(asked, Is.EqualTo(new[] { "1", "2" }));
    }

    private async Task<int> SyncAsync(FakeNetwork network, params string[] channels)
    {
        using var sync = Sync([Source(network, channels)]);
        return await sync.RunAsync(default);
    }

    private static CatalogSource Source(FakeNetwork network, params string[] channels) => new(network, [.. channels.Select(channel => new DealQuery(channel, null, 100))]);

    private CatalogSync Sync(IReadOnlyList<CatalogSource> sources, int parallelism = 1) =>
        new(sources, new CatalogStore(_database), _catalog, NullLogger<CatalogSync>.Instance) { Parallelism = parallelism };
}
