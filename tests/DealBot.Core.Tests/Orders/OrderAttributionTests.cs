using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;
using DealBot.Core.Orders;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Orders;

public sealed class OrderAttributionTests
{
    private const string Code = "abcdefghjkm";

    private ConfigFolder _folder = null!;
    private OrderAttribution _attribution = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new ConfigFolder()
            .Edit(GroupsFile.Name, "\"id\": \"mama-1\"", "\"positionId\": \"3001\", \"id\": \"mama-1\"")
            .Edit(GroupsFile.Name, "\"id\": \"mama-2\"", "\"positionId\": \"3002\", \"id\": \"mama-2\"");
        var link = new TrackedLink(Code, "post-of-link", "mama-2", new DealKey("jd", "1"), new Uri("https://union.example"));
        _attribution = new OrderAttribution(_folder.Open(), new LinkDirectory(new FakeLinkStore(link)));
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public async Task The_code_of_a_link_is_surest_and_wins_over_everything_else() => Assert.That(
        await TraceAsync($"mama-1_{Code}", "3001"),
        Is.EqualTo(new Attribution(AttributionMethod.Link, "mama-2", "post-of-link")));

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
        var attribution = new OrderAttribution(_folder.Open(), new LinkDirectory(new FakeLinkStore()));

        Assert.That(await attribution.TraceAsync("main", Carrying(null, "3001"), default), Is.EqualTo(Attribution.None));
    }

    private Task<Attribution> TraceAsync(string? subId, string? positionId) => _attribution.TraceAsync("main", Carrying(subId, positionId), default);

    private static OrderUpdate Carrying(string? subId, string? positionId) => Some.Order() with { Tracking = new Tracking(subId, positionId) };
}
