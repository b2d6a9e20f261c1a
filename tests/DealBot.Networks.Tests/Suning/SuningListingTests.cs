using DealBot.Contracts;

namespace DealBot.Networks.Tests.Suning;

public sealed class SuningListingTests
{
    private const string Nothing = "biz.handler.data-get:no-result";

    [Test]
    public async Task Pages_follow_until_the_head_says_that_there_are_no_more()
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.High(2, Row(1)), SuningSome.High(2, Row(2)));

        Assert.That(await scene.ListAsync(), Has.Count.EqualTo(2));
        Assert.That(scene.Gateway.Calls, Has.Count.EqualTo(2));
        Assert.That(scene.Gateway.Calls.Select(call => Business(call, "queryInverstmentcommodity").GetProperty("pageIndex").GetString()), Is.EqualTo(new[] { "1", "2" }));
    }

    [Test]
    public async Task Without_a_head_pages_follow_until_nothing_comes()
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.High(null, Row(1)), SuningSome.High(null, Row(2)), SuningSome.Refusal(Nothing));

        Assert.That(await scene.ListAsync(), Has.Count.EqualTo(2));
        Assert.That(scene.Gateway.Calls, Has.Count.EqualTo(3));
    }

    [TestCase("high", "suning.netalliance.inverstmentcommodity.query", "queryInverstmentcommodity", "couponMark", "1")]
    [TestCase("high:R9000001", "suning.netalliance.inverstmentcommodity.query", "queryInverstmentcommodity", "categoryId", "R9000001")]
    [TestCase("elite:7", "suning.netalliance.selectrecommendcommodity.query", "querySelectrecommendcommodity", "eliteId", "7")]
    public async Task Channels_have_interfaces_of_their_own(string channel, string method, string business, string name, string value)
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.Refusal(Nothing));

        Assert.That(await scene.ListAsync(channel), Is.Empty);

        Assert.That(scene.Gateway.Calls.Single().Headers["AppMethod"], Is.EqualTo(method));
        Assert.That(Business(scene.Gateway.Calls.Single(), business).GetProperty(name).GetString(), Is.EqualTo(value));
    }

    [Test]
    public void A_channel_that_is_none_is_told()
    {
        using var scene = new SuningScene();

        Assert.That(async () => await scene.ListAsync("22"), Throws.InstanceOf<NetworkException>().With.Property("Code").EqualTo("bad_channel"));
        Assert.That(scene.Gateway.Calls, Is.Empty);
    }

    [Test]
    public async Task Lists_may_have_an_object_around_them()
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.Body("querySearchcommoditynew", $$"""{"commodityList":[{{Row(1)}},{{Row(2)}}]}""", 1));

        Assert.That(await scene.ListAsync(keyword: "纸巾"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_deal_is_as_it_is_now()
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.Body("queryCommoditydetail", $"[{SuningSome.Row(("commodityPrice", "\"61.00\""))}]"));

        var check = await scene.Network.RecheckAsync(SuningSome.Deal() with { Channel = "high" }, default);

        Assert.That((check as DealCheck.Found)?.Deal.Price, Is.EqualTo(new Money(6_100)));
        Assert.That(Business(scene.Gateway.Calls.Single(), "queryCommoditydetail").GetProperty("commodityStr").GetString(), Is.EqualTo(SuningSome.Item));
    }

    [Test]
    public async Task A_deal_that_is_not_given_out_any_more_is_gone()
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.Refusal(Nothing));

        Assert.That(await scene.Network.RecheckAsync(SuningSome.Deal(), default), Is.InstanceOf<DealCheck.Gone>());
        Assert.That(await scene.Network.RecheckAsync(SuningSome.Deal() with { Key = new DealKey("suning", "x") }, default), Is.InstanceOf<DealCheck.Gone>());
    }

    private static System.Text.Json.JsonElement Business(RecordedGateway.Sent call, string business) =>
        call.Json.GetProperty("sn_request").GetProperty("sn_body").GetProperty(business);

    private static string Row(int number) => SuningSome.Row(("commodityCode", $"\"8000{number}\""));
}
