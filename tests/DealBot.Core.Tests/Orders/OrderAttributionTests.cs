using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;
using DealBot.Core.Orders;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Orders;

public sealed class OrderAttributionTests
{
    private const string Code = "abcdefghjkm";

    private static readonly OrderSource Main = new("main", "li");
    private static readonly DateTimeOffset Ordered = Some.Order().OrderedAt;

    private readonly FakeTraces _traces = new();
    private ConfigFolder _folder = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new ConfigFolder()
            .Edit(GroupsFile.Name, "\"id\": \"mama-1\"", "\"positions\": { \"jd\": \"3001\" }, \"id\": \"mama-1\"")
            .Edit(GroupsFile.Name, "\"id\": \"mama-2\"", "\"positions\": { \"jd\": \"3002\" }, \"id\": \"mama-2\"");
        _traces.Links.Clear();
        _traces.Claims.Clear();
        _traces.Allotments.Clear();
        _traces.Clicks.Clear();
        _traces.Asked.Clear();
        _traces.Earlier.Clear();
        _traces.Links.Add(new TrackedLink(Code, "post-of-link", "mama-2", new DealKey("jd", "1"), new Uri("https://union.example")));
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [TestCase($"mama-1_{Code}")]
    [TestCase(Code)]
    public async Task The_code_of_a_link_is_surest_and_wins_over_everything_else(string subId) => Assert.That(
        await TraceAsync(subId, "3001"),
        Is.EqualTo(new Attribution(AttributionMethod.Link, "mama-2", "post-of-link") { Confidence = 100 }));

    [TestCase("mama-1")]
    [TestCase("mama-1_zzzzzzzzzzz")]
    [TestCase("mama-1_notacode")]
    public async Task Without_a_known_code_the_name_of_the_group_counts(string subId) => Assert.That(
        await TraceAsync(subId, "3002"),
        Is.EqualTo(new Attribution(AttributionMethod.SubId, "mama-1", null)));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("stranger_zzzzzzzzzzz")]
    public async Task Without_a_known_group_its_position_counts(string? subId) => Assert.That(
        await TraceAsync(subId, "3002"),
        Is.EqualTo(new Attribution(AttributionMethod.Position, "mama-2", null)));

    [TestCase(null, null)]
    [TestCase("stranger", "9999")]
    [TestCase("", "")]
    public async Task An_order_that_names_nothing_known_belongs_to_no_group(string? subId, string? positionId) =>
        Assert.That(await TraceAsync(subId, positionId), Is.EqualTo(Attribution.None));

    [Test]
    public async Task A_position_that_two_groups_share_says_nothing()
    {
        _folder.Edit(GroupsFile.Name, "\"3002\"", "\"3001\"");

        Assert.That(await TraceAsync(null, "3001"), Is.EqualTo(Attribution.None));
    }

    [Test]
    public async Task A_position_of_another_account_says_nothing() =>
        Assert.That(await _traces.Attribution(_folder.Open()).TraceAsync(new OrderSource("other", null), Carrying(null, "3001"), default), Is.EqualTo(Attribution.None));

    [Test]
    public async Task What_the_owner_said_last_wins_over_the_link_itself()
    {
        _traces.Claims.Add(new OrderClaim(1, "jd", "r1", "mama-2", Ordered, "li"));
        _traces.Claims.Add(new OrderClaim(2, "jd", "r1", "mama-1", Ordered, "li"));

        Assert.That(await TraceAsync($"mama-2_{Code}", "3002"), Is.EqualTo(new Attribution(AttributionMethod.Claimed, "mama-1", null)));
    }

    [Test]
    public async Task What_the_owner_took_back_is_traced_by_the_rules_again()
    {
        _traces.Claims.Add(new OrderClaim(1, "jd", "r1", "mama-1", Ordered, "li"));
        _traces.Claims.Add(new OrderClaim(2, "jd", "r1", null, Ordered, "li"));

        Assert.That((await TraceAsync($"mama-2_{Code}", null)).Method, Is.EqualTo(AttributionMethod.Link));
    }

    [Test]
    public async Task An_allotted_position_says_who_held_it_when_the_buyer_clicked()
    {
        var handedOver = Ordered.AddHours(-1);
        _traces.Allotments.Add(new PositionAllotment("jd", "main", "4001", "gone", Ordered.AddDays(-50), Ordered.AddDays(-40)));
        _traces.Allotments.Add(new PositionAllotment("jd", "main", "4001", "mama-1", handedOver, null));
        var attribution = _traces.Attribution(_folder.Open());

        var late = await attribution.TraceAsync(Main, Carrying(null, "4001") with { ClickedAt = Ordered.AddDays(-20) }, default);
        var fresh = await attribution.TraceAsync(Main, Carrying(null, "4001"), default);
        var early = await attribution.TraceAsync(Main, Carrying(null, "4001") with { ClickedAt = Ordered.AddDays(-60) }, default);

        Assert.That(late, Is.EqualTo(new Attribution(AttributionMethod.Position, "gone", null)));
        Assert.That(fresh, Is.EqualTo(new Attribution(AttributionMethod.Position, "mama-1", null)));
        Assert.That(early, Is.EqualTo(Attribution.None));
    }

    [Test]
    public async Task A_position_allotted_in_another_account_says_nothing()
    {
        _traces.Allotments.Add(new PositionAllotment("jd", "other", "4001", "mama-1", Ordered.AddDays(-1), null));

        Assert.That(await TraceAsync(null, "4001"), Is.EqualTo(Attribution.None));
    }

    [Test]
    public async Task An_order_that_names_nothing_is_joined_to_clicks_on_its_item_in_groups_of_the_account()
    {
        _traces.Clicks.Add(new JoinClick("mama-2", "p9", "v1", Ordered.AddMinutes(-6)));
        _traces.Clicks.Add(new JoinClick("of-another-owner", "p8", "v2", Ordered.AddMinutes(-2)));

        Assert.That(await TraceAsync(null, "7777"), Is.EqualTo(new Attribution(AttributionMethod.Join, "mama-2", "p9") { Confidence = 95 }));
        Assert.That(_traces.Asked, Is.EqualTo(new[] { (new DealKey("jd", "1001"), "7777", new OrderSpan(Ordered.AddHours(-24), Ordered.AddMinutes(1))) }));
    }

    [Test]
    public async Task Where_the_network_tells_when_the_buyer_clicked_only_clicks_of_that_moment_are_looked_for()
    {
        var clicked = Ordered.AddDays(-3);
        _traces.Clicks.Add(new JoinClick("mama-1", "p1", "v1", Ordered.AddMinutes(-1)));
        _traces.Clicks.Add(new JoinClick("mama-2", "p2", "v2", clicked));

        var traced = await _traces.Attribution(_folder.Open()).TraceAsync(Main, Carrying(null, null) with { ClickedAt = clicked }, default);

        Assert.That(traced, Is.EqualTo(new Attribution(AttributionMethod.Join, "mama-2", "p2") { Confidence = 95 }));
    }

    [TestCase($"mama-2_{Code}", null)]
    [TestCase("mama-1", null)]
    [TestCase(null, "3001")]
    [TestCase("stranger", null)]
    public async Task Clicks_are_not_asked_for_where_the_order_says_where_it_came_from(string? subId, string? position)
    {
        _traces.Clicks.Add(new JoinClick("mama-2", "p9", "v1", Ordered.AddMinutes(-6)));

        Assert.That((await TraceAsync(subId, position)).Method, Is.Not.EqualTo(AttributionMethod.Join));
        Assert.That(_traces.Asked, Is.Empty);
    }

    [Test]
    public async Task Joining_can_be_switched_off()
    {
        _traces.Clicks.Add(new JoinClick("mama-2", "p9", "v1", Ordered.AddMinutes(-6)));

        Assert.That(await _traces.Attribution(_folder.Open(), new OrderOptions { JoinHours = 0 }).TraceAsync(Main, Carrying(null, null), default), Is.EqualTo(Attribution.None));
    }

    [Test]
    public async Task An_account_that_moved_brings_its_earlier_orders_to_groups_of_whoever_held_it_then()
    {
        _folder.Edit(OwnersFile.Name, "\"owners\": [", "\"owners\": [ { \"id\": \"wang\", \"name\": \"小王\", \"networkAccounts\": { \"jd\": \"main\" }, \"digest\": { \"at\": \"21:30\", \"adapter\": \"preview\", \"address\": \"owner\" } },");
        _folder.Edit(OwnersFile.Name, "\"networkAccounts\": { \"jd\": \"main\" },\n      \"digest\"", "\"networkAccounts\": { \"pdd\": \"main\" },\n      \"digest\"");

        Assert.That((await TraceAsync(null, "3002")).GroupId, Is.EqualTo("mama-2"), "whose owner has no account of the network any more");
        Assert.That((await _traces.Attribution(_folder.Open()).TraceAsync(new OrderSource("main", "wang"), Carrying(null, "3002"), default)).GroupId, Is.Null);
    }

    private async Task<Attribution> TraceAsync(string? subId, string? positionId)
    {
        var attribution = _traces.Attribution(_folder.Open());
        await attribution.RefreshAsync(default);
        return await attribution.TraceAsync(Main, Carrying(subId, positionId), default);
    }

    private static OrderUpdate Carrying(string? subId, string? positionId) => Some.Order() with { Tracking = new Tracking(subId, positionId) };
}
