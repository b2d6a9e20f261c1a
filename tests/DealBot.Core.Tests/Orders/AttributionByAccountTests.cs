using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Links;
using DealBot.Core.Orders;
using DealBot.Core.Posting;
using DealBot.Core.Selection;
using DealBot.Core.Tests.Fakes;
using DealBot.Storage;

namespace DealBot.Core.Tests.Orders;

/// <summary>From the link of a post to the group of its order, by what the account was granted, on a real database.</summary>
public sealed class AttributionByAccountTests
{
    private PostingStage _stage = null!;

    [SetUp]
    public void SetUp() => _stage = new PostingStage();

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [TestCase(80, "", AttributionMethod.Link, 100)]
    [TestCase(11, "", AttributionMethod.Link, 100)]
    [TestCase(80, "3001 3002", AttributionMethod.Link, 100)]
    [TestCase(0, "3001 3002", AttributionMethod.Position, 100)]
    [TestCase(0, "", AttributionMethod.Join, 95)]
    public async Task An_order_comes_back_to_the_group_whose_link_was_followed(int subIdLength, string pool, AttributionMethod method, int confidence)
    {
        var network = Network(subIdLength, pool);
        await PostAsync(network, "mama-1", "1001");
        var followed = await PostAsync(network, "mama-2", "2002");
        await ClickAsync(followed, "mama-2");

        var traced = await TraceAsync(OrderThrough(followed));

        Assert.That((traced.Method, traced.GroupId, traced.Confidence), Is.EqualTo((method, "mama-2", confidence)));
    }

    [TestCase(80, "", "mama-2")]
    [TestCase(0, "3001 3002", "mama-2")]
    [TestCase(0, "", null)]
    public async Task Two_groups_that_were_offered_the_same_item_are_told_apart_only_by_what_the_order_itself_carries(int subIdLength, string pool, string? group)
    {
        var network = Network(subIdLength, pool);
        var other = await PostAsync(network, "mama-1", "1001");
        var followed = await PostAsync(network, "mama-2", "1001");
        await ClickAsync(other, "mama-1");
        await ClickAsync(followed, "mama-2");

        Assert.That((await TraceAsync(OrderThrough(followed))).GroupId, Is.EqualTo(group));
    }

    [Test]
    public async Task The_group_that_the_pool_had_nothing_left_for_is_joined_and_never_mixed_up_with_one_that_has_a_position()
    {
        var network = Network(0, "3001");
        var first = await PostAsync(network, "mama-1", "1001");
        var second = await PostAsync(network, "mama-2", "1001");
        await ClickAsync(first, "mama-1");
        await ClickAsync(second, "mama-2");

        Assert.That((await TraceAsync(OrderThrough(first))).GroupId, Is.EqualTo("mama-1"));
        Assert.That((await TraceAsync(OrderThrough(second))) is { Method: AttributionMethod.Join, GroupId: "mama-2" }, Is.True);
    }

    /// <summary>The account's general position is the network's own affair, as at JD: links without a position of the group's get it.</summary>
    private static FakeNetwork Network(int subIdLength, string pool) => new()
    {
        Limits = new NetworkLimits(TimeSpan.FromHours(1), TimeSpan.FromDays(30)) { SubIdLength = subIdLength },
        Positions = pool.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Convert = request => FakeNetwork.Converted(request with { Tracking = request.Tracking with { PositionId = request.Tracking.PositionId ?? "1" } }),
    };

    private async Task<PlannedDeal> PostAsync(FakeNetwork network, string group, string item)
    {
        var slot = _stage.Slot(group);
        var links = new DealLinks(new LinkConversions(new OwnerNetworks([network], _stage.Configuration), new ConversionOptions(), _stage.Clock), _stage.Recheck, new LinkCodes([1, 2, 3]), _stage.Positions);
        var linked = await links.ConvertAsync(slot.PostId, slot, new DealSelection([new Pick(Some.Entry(Some.Deal(item)), new ScoreBreakdown(980, 1, 1, 1, 1, 1))], 1, new Dictionary<RejectReason, int>()), default);
        await _stage.Outbox.PlanAsync(Some.Post(slot.PostId, slot.At, group) with { Deals = linked.Deals }, default);
        return linked.Deals.Single();
    }

    private Task ClickAsync(PlannedDeal deal, string group) =>
        new ClickStore(_stage.Database).SeedAsync([Some.Click(deal.Code, $"visitor-{group}", _stage.Clock.Now.AddMinutes(1), groupId: group)]);

    private OrderUpdate OrderThrough(PlannedDeal deal) =>
        Some.Order(orderedAt: _stage.Clock.Now.AddMinutes(4), tracking: deal.Link.Tracking) with { Deal = deal.Deal.Key };

    private Task<Attribution> TraceAsync(OrderUpdate order) => new AttributionRules(
        _stage.Configuration,
        new LinkDirectory(new LinkStore(_stage.Database)),
        new PositionHolders(new PositionStore(_stage.Database), _stage.Clock),
        new ClickJoin(new ClickTrail(_stage.Database), new OrderOptions())).TraceAsync(new OrderSource("main", "li"), order, default);
}
