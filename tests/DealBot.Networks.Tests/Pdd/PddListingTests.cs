using DealBot.Contracts;

namespace DealBot.Networks.Tests.Pdd;

public sealed class PddListingTests
{
    [Test]
    public async Task A_shelf_is_paged_with_the_list_of_the_page_before()
    {
        using var scene = new PddScene(options: options => options with { PageSize = 10 });
        scene.Gateway.Answers(PddSome.Goods(25, Rows(0, 10)), PddSome.Goods(25, Rows(10, 10)), PddSome.Goods(25, Rows(20, 5)));

        var deals = await scene.ListAsync();

        Assert.That(deals, Has.Count.EqualTo(25));
        Assert.That(scene.Gateway.Forms.Select(form => form["page"]), Is.EqualTo(new[] { "1", "2", "3" }));
        Assert.That(scene.Gateway.Forms.Select(form => form.GetValueOrDefault("list_id")), Is.EqualTo(new[] { null, "list-1", "list-1" }));
        Assert.That(
            scene.Gateway.Forms.Select(form => (form["type"], form["opt_id"], form["page_size"], form["pid"], form["custom_parameters"])),
            Is.All.EqualTo(("pdd.ddk.goods.search", "15", "10", PddScene.Pid, """{"uid":"dealbot"}""")));
    }

    [Test]
    public async Task With_neither_channel_nor_keyword_the_first_shelf_is_listed()
    {
        using var scene = new PddScene(options: options => options with { OptIds = [1281, 15], WithCouponOnly = true });
        scene.Gateway.Answers(PddSome.Goods(0));

        await scene.ListAsync(new DealQuery(null, null, 10));

        Assert.That((scene.Gateway.Forms[0]["opt_id"], scene.Gateway.Forms[0]["with_coupon"]), Is.EqualTo(("1281", "true")));
    }

    [Test]
    public async Task A_keyword_is_searched_over_all_shelves()
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(PddSome.Goods(1, PddSome.Row()));

        var deal = (await scene.ListAsync(new DealQuery("15", "洗衣液", 10))).Single();

        Assert.That(scene.Gateway.Forms[0]["keyword"], Is.EqualTo("洗衣液"));
        Assert.That(scene.Gateway.Forms[0].Keys, Has.None.EqualTo("opt_id").And.None.EqualTo("with_coupon"));
        Assert.That(deal.Channel, Is.Null);
    }

    [Test]
    public async Task An_item_is_asked_for_by_its_sign()
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(PddSome.Goods(1, PddSome.Row()));

        await scene.ListAsync(new DealQuery(null, null, 1) { ItemId = PddSome.Sign });

        Assert.That(scene.Gateway.Forms[0]["goods_sign_list"], Is.EqualTo($"[\"{PddSome.Sign}\"]"));
    }

    [TestCase(1, "600000000001")]
    [TestCase(2, null)]
    public async Task An_item_is_found_by_its_number_unless_it_was_taken_for_words(int found, string? number)
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(PddSome.Goods(found, Rows(0, found)));

        var deals = await scene.ListAsync(new DealQuery(null, null, 1) { ItemId = "600000000001" });

        Assert.That(scene.Gateway.Forms[0]["keyword"], Is.EqualTo("600000000001"));
        Assert.That(deals.Select(deal => deal.SkuId), Is.EqualTo(new[] { number }));
    }

    [Test]
    public async Task A_channel_that_is_no_number_is_told_before_a_call_is_wasted()
    {
        using var scene = new PddScene();

        var exception = await Assert.ThrowsAsync<NetworkException>(async () => await scene.ListAsync(new DealQuery("百货", null, 1)));

        Assert.That((exception!.Code, scene.Gateway.Forms.Count), Is.EqualTo(("bad_channel", 0)));
    }

    [Test]
    public async Task A_deal_is_checked_by_its_sign()
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(PddSome.Goods(2, PddSome.Row("another"), PddSome.Row(changes: ("min_group_price", "3290"))));

        var check = await scene.Network.RecheckAsync(PddSome.Deal() with { Channel = "15" }, default);

        var found = ((DealCheck.Found)check).Deal;
        Assert.That((found.Price, found.FinalPrice, found.Channel), Is.EqualTo((new Money(3290), new Money(2290), "15")));
        Assert.That(scene.Gateway.Forms[0]["goods_sign_list"], Is.EqualTo($"[\"{PddSome.Sign}\"]"));
    }

    [Test]
    public async Task A_deal_that_is_not_offered_any_more_is_gone()
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(PddSome.Goods(0));

        Assert.That(await scene.Network.RecheckAsync(PddSome.Deal(), default), Is.InstanceOf<DealCheck.Gone>());
    }

    private static string[] Rows(int from, int count) => [.. Enumerable.Range(from, count).Select(number => PddSome.Row($"sign-{number:0000}"))];
}
