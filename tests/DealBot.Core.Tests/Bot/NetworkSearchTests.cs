using DealBot.Contracts;
using DealBot.Core.Bot;
using DealBot.Core.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Bot;

public sealed class NetworkSearchTests
{
    [Test]
    public async Task A_group_whose_owner_was_taken_out_since_somebody_asked_finds_nothing()
    {
        using var folder = new ConfigFolder();
        var network = new FakeNetwork { Deals = _ => [Some.Deal("1")] };
        var search = new NetworkSearch([network], folder.Open(), new TestClock(Some.Morning), NullLogger<NetworkSearch>.Instance);

        Assert.That(await search.ByKeywordAsync(Some.Group(), "纸尿裤", default), Has.Count.EqualTo(1));
        Assert.That(await search.ByKeywordAsync(Some.Group() with { Owner = "gone" }, "纸尿裤", default), Is.Empty);
        Assert.That(await search.ItemAsync(Some.Group() with { Owner = "gone" }, new DealKey("jd", "1"), default), Is.Null);
    }
}
