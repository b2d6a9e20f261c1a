using DealBot.Contracts;
using DealBot.Core.Catalog;
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

    private Task<int> SyncAsync(FakeNetwork network, params string[] channels) => new CatalogSync(
        [new CatalogSource(network, [.. channels.Select(channel => new DealQuery(channel, null, 100))])],
        new CatalogStore(_database),
        _catalog,
        NullLogger<CatalogSync>.Instance).RunAsync(default);
}
