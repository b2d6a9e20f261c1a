using DealBot.Contracts;
using DealBot.Networks.Jd;

namespace DealBot.Networks.Tests.Jd.Simulated;

public sealed class JdSimulatedListingTests : SimulatedJdFixture
{
    private static IEnumerable<string> DefaultChannels => new JdOptions().EliteIds.Select(channel => $"{channel}");

    [TestCaseSource(nameof(DefaultChannels))]
    public async Task Every_channel_of_the_default_list_gives_deals_that_can_be_posted(string channel)
    {
        var deals = await ListAsync(Jd.TrustedAccount(), channel);

        Assert.That(deals, Is.Not.Empty);
        Assert.That(deals.Select(deal => deal.Key), Is.Unique);
        Assert.That(deals.Where(deal => deal.FinalPrice <= Money.Zero || deal.FinalPrice > deal.Price || deal.CommissionRate <= Rate.Zero), Is.Empty);
        Assert.That(Jd.Loggers.Lines, Is.Empty);
    }

    [Test]
    public async Task Channel_is_listed_to_its_last_page()
    {
        var deals = await ListAsync(Jd.TrustedAccount(), channel: "23");

        Assert.That(deals, Has.Count.GreaterThan(100));
        Assert.That(Jd.Simulator.Calls["jd.union.open.goods.jingfen.query"], Is.EqualTo((deals.Count + 49) / 50));
    }

    [Test]
    public async Task Search_finds_by_words()
    {
        var deals = await ListAsync(Jd.TrustedAccount(), channel: null, keyword: "洗发水");

        Assert.That(deals, Is.Not.Empty);
        Assert.That(deals.Select(deal => deal.Title), Has.All.Contains("洗发水"));
    }

    [Test]
    public async Task One_item_is_found_by_either_of_its_numbers()
    {
        var account = Jd.TrustedAccount();
        var known = (await ListAsync(account, channel: "23")).First(deal => deal.SkuId is not null);

        foreach (var id in new[] { known.Key.ItemId, known.SkuId! })
        {
            var found = new List<Deal>();
            await foreach (var deal in account.ListDealsAsync(new DealQuery(null, null, 5) { ItemId = id }, default))
            {
                found.Add(deal);
            }

            Assert.That(found.Select(deal => deal.Key), Is.EqualTo(new[] { known.Key }), id);
        }
    }

    [Test]
    public async Task Search_for_nothing_known_is_empty_and_no_fault() =>
        Assert.That(await ListAsync(Jd.TrustedAccount(), channel: null, keyword: "量子拖拉机"), Is.Empty);

    [Test]
    public async Task Account_over_its_rate_waits_and_gets_all()
    {
        await using var slow = await SimulatedJd.StartAsync(requestsPerSecond: 1);

        var deals = await ListAsync(slow.TrustedAccount(), channel: "23");

        Assert.That(deals, Has.Count.EqualTo((await ListAsync(Jd.TrustedAccount(), channel: "23")).Count));
        Assert.That(slow.Clock.Waits, Is.Not.Empty);
    }
}
