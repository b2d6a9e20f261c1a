using DealBot.Contracts;

namespace DealBot.Networks.Tests.Vip;

public sealed class VipListingTests
{
    [Test]
    public async Task A_channel_is_walked_by_the_offsets_that_it_names()
    {
        using var scene = new VipScene();
        scene.Gateway.Answers(
            VipSome.Body($$"""{"goodsInfoList":[{{Row(1)}},{{Row(2)}}],"lastPage":false,"nextPageOffset":17,"batchNo":"b9"}"""),
            VipSome.Body($$"""{"goodsInfoList":[{{Row(3)}}],"lastPage":true}"""));

        var deals = await scene.ListAsync("0");

        Assert.That(deals.Select(deal => deal.Key.ItemId), Is.EqualTo(new[] { "8000001", "8000002", "8000003" }));
        var asked = scene.Gateway.Calls.Select(call => call.Json.GetProperty("request")).ToList();
        Assert.That(asked.Select(request => request.GetProperty("offset").GetInt32()), Is.EqualTo(new[] { 0, 17 }));
        Assert.That(asked[0].GetProperty("channelType").GetInt32(), Is.Zero);
        Assert.That(asked[0].TryGetProperty("batchNo", out _), Is.False);
        Assert.That(asked[1].GetProperty("batchNo").GetString(), Is.EqualTo("b9"));
        Assert.That(asked.Select(request => request.GetProperty("requestId").GetString()), Is.Unique);
    }

    [Test]
    public async Task A_channel_that_is_neither_0_nor_1_is_a_jxCode()
    {
        using var scene = new VipScene();
        scene.Gateway.Answers(VipSome.Goods());

        await scene.ListAsync("7hfpy0m4");

        var request = scene.Gateway.Calls.Single().Json.GetProperty("request");
        Assert.That((request.GetProperty("sourceType").GetInt32(), request.GetProperty("jxCode").GetString()), Is.EqualTo((1, "7hfpy0m4")));
        Assert.That(request.TryGetProperty("channelType", out _), Is.False);
    }

    [Test]
    public async Task The_first_channel_is_the_default()
    {
        using var scene = new VipScene(options: options => options with { Channels = ["0", "1"] });
        scene.Gateway.Answers(VipSome.Goods(VipSome.Row()));

        Assert.That((await scene.ListAsync()).Single().Channel, Is.EqualTo("0"));
    }

    [Test]
    public async Task Pages_of_a_search_are_no_larger_than_Vipshop_allows()
    {
        using var scene = new VipScene(options: options => options with { PageSize = 100 });
        scene.Gateway.Answers(VipSome.Goods());

        await scene.ListAsync(keyword: "连衣裙");
        await scene.ListAsync("1");

        Assert.That(scene.Gateway.Calls.Select(call => call.Json.GetProperty("request").GetProperty("pageSize").GetInt32()), Is.EqualTo(new[] { 50, 100 }));
    }

    [Test]
    public async Task A_channel_without_goods_is_empty()
    {
        using var scene = new VipScene();
        scene.Gateway.Answers(VipSome.Body("null"));

        Assert.That(await scene.ListAsync(), Is.Empty);
    }

    [Test]
    public async Task Pages_of_nothing_but_repetitions_end()
    {
        using var scene = new VipScene();
        scene.Gateway.Answers(VipSome.Body($$"""{"goodsInfoList":[{{Row(1)}}],"lastPage":false}"""));

        Assert.That(await scene.ListAsync(), Has.Count.EqualTo(1));
        Assert.That(scene.Gateway.Calls, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task One_item_may_come_as_a_list_without_an_object_around_it()
    {
        using var scene = new VipScene();
        scene.Gateway.Answers(VipSome.Body($"[{VipSome.Row()}]"));

        Assert.That((await scene.ListAsync(item: VipSome.Item)).Single().Key.ItemId, Is.EqualTo(VipSome.Item));
        Assert.That(scene.Gateway.Calls.Single().Json.GetProperty("request").GetProperty("goodsIds")[0].GetString(), Is.EqualTo(VipSome.Item));
    }

    [Test]
    public async Task A_deal_is_as_it_is_now()
    {
        using var scene = new VipScene();
        scene.Gateway.Answers(VipSome.Goods(VipSome.Row(("vipPrice", "\"149.90\""))));

        var check = await scene.Network.RecheckAsync(VipSome.Deal() with { Channel = "1" }, default);

        Assert.That((check as DealCheck.Found)?.Deal.Price, Is.EqualTo(new Money(14_990)));
        Assert.That((check as DealCheck.Found)?.Deal.Channel, Is.EqualTo("1"));
    }

    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("""[{"goodsId":"6919197068968114384","status":0,"goodsName":"x","vipPrice":"1","commissionRate":"1"}]""")]
    [TestCase("""[{"goodsId":"6919197068968114384","status":1,"goodsName":"x"}]""")]
    [TestCase("""[{"goodsId":"1","status":1,"goodsName":"x","vipPrice":"1","commissionRate":"1"}]""")]
    public async Task A_deal_that_is_not_given_out_any_more_is_gone(string result)
    {
        using var scene = new VipScene();
        scene.Gateway.Answers(VipSome.Body(result));

        Assert.That(await scene.Network.RecheckAsync(VipSome.Deal(), default), Is.InstanceOf<DealCheck.Gone>());
    }

    private static string Row(int number) => VipSome.Row(("goodsId", $"\"800000{number}\""));
}
