using DealBot.Contracts;

namespace DealBot.Networks.Tests.Jd;

public sealed class JdRecheckTests
{
    private const string NoPermission = "无访问权限，如有疑问请联系联盟客服";

    [Test]
    public async Task Asks_for_the_one_item_and_its_stock()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Goods(1, JdSome.Row()));

        var found = (await AskAsync(scene, "MsDxItem1") as DealCheck.Found)!.Deal;

        Assert.That(scene.Gateway.Forms[0]["method"], Is.EqualTo("jd.union.open.goods.query"));
        Assert.That(
            scene.Gateway.Forms[0]["360buy_param_json"],
            Is.EqualTo("""{"goodsReqDTO":{"itemIds":["MsDxItem1"],"pageIndex":1,"pageSize":10,"fields":"stockState"}}"""));
        Assert.That((found.FinalPrice, found.Channel, found.SeenAt), Is.EqualTo((Money.FromYuan(39.9m), "22", JdScene.Noon)));
    }

    [Test]
    public async Task An_item_known_by_its_sku_is_asked_for_by_it_and_keeps_its_key()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Goods(1, JdSome.Row(changes: ("skuId", "100012"))));

        var found = (await AskAsync(scene, "100012") as DealCheck.Found)!.Deal;

        Assert.That(scene.Gateway.Parameters(0).GetProperty("skuIds")[0].GetInt64(), Is.EqualTo(100012));
        Assert.That(found.Key, Is.EqualTo(new DealKey("jd", "100012")));
    }

    [TestCase("201")]
    [TestCase("202")]
    public async Task An_item_that_is_not_found_is_gone(string code)
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Refusal(code));

        Assert.That(await AskAsync(scene), Is.InstanceOf<DealCheck.Gone>());
    }

    [Test]
    public async Task An_answer_without_the_item_means_that_it_is_gone()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Goods(1, JdSome.Row("another")));

        Assert.That(await AskAsync(scene), Is.InstanceOf<DealCheck.Gone>());
    }

    [Test]
    public async Task A_row_that_can_not_be_read_tells_nothing()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Goods(1, JdSome.Row("MsDxItem1", ("priceInfo", "{}"))));

        Assert.That(await AskAsync(scene), Is.InstanceOf<DealCheck.NotTold>());
    }

    [Test]
    public async Task Without_the_permission_it_tells_nothing_says_why_and_is_not_asked_again_for_an_hour()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Refusal("403", NoPermission));

        var untold = (await AskAsync(scene) as DealCheck.NotTold)!;
        Assert.That(untold.Reason.Zh, Does.Contain(NoPermission).And.Contain("申请"));
        Assert.That(await AskAsync(scene, "another"), Is.EqualTo(untold));
        Assert.That(scene.Gateway.Forms, Has.Count.EqualTo(1));

        scene.Clock.Advance(TimeSpan.FromHours(1));
        await AskAsync(scene);
        Assert.That(scene.Gateway.Forms, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_network_in_trouble_throws()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Refusal("500"));

        Assert.That(async () => await AskAsync(scene), Throws.TypeOf<NetworkException>().With.Property("IsTransient").True);
    }

    [Test]
    public async Task Digits_too_many_for_a_sku_are_an_item_id()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Refusal("201"));

        await AskAsync(scene, new string('9', 43));

        Assert.That(scene.Gateway.Parameters(0).TryGetProperty("itemIds", out _), Is.True);
    }

    private static Task<DealCheck> AskAsync(JdScene scene, string item = "MsDxItem1") => scene.Network.RecheckAsync(
        JdSome.Deal() with { Key = new DealKey("jd", item), Channel = "22" }, CancellationToken.None);
}
