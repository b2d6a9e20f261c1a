using DealBot.Contracts;

namespace DealBot.Networks.Tests.Jd.Simulated;

/// <summary>A simulator for each test.</summary>
public abstract class SimulatedJdFixture
{
    private protected SimulatedJd Jd { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync() => Jd = await SimulatedJd.StartAsync();

    [TearDown]
    public async Task StopAsync() => await Jd.DisposeAsync();

    private protected static ValueTask<List<Deal>> ListAsync(IAffiliateNetwork network, string? channel = "22", string? keyword = null, int most = 1000) =>
        network.ListDealsAsync(new DealQuery(channel, keyword, most), CancellationToken.None).ToListAsync();

    /// <summary>A deal with a coupon that can be bought now.</summary>
    private protected async Task<Deal> DealAsync(IAffiliateNetwork network) =>
        (await ListAsync(network, most: 200)).First(deal => deal.Coupon is not null && Jd.Simulator.OfferOf(SkuOf(deal)).InStock);

    private protected static async Task<LinkResult> ConvertAsync(IAffiliateNetwork network, Deal deal, Tracking tracking) =>
        await network.ConvertAsync(new LinkRequest(deal, tracking), CancellationToken.None);

    /// <summary>Converts a deal and follows the link.</summary>
    private protected async Task<(Deal Deal, string Visit)> VisitAsync(IAffiliateNetwork network, Tracking tracking)
    {
        var deal = await DealAsync(network);
        var result = await ConvertAsync(network, deal, tracking);
        Assert.That(result, Is.InstanceOf<LinkResult.Converted>(), $"{result}");
        return (deal, await Jd.VisitAsync(((LinkResult.Converted)result).Link));
    }

    private long SkuOf(Deal deal) => Jd.Simulator.Catalogue.Items.Single(item => item.ItemId == deal.Key.ItemId).SkuId;
}
