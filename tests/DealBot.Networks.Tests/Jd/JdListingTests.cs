using DealBot.Contracts;

namespace DealBot.Networks.Tests.Jd;

public sealed class JdListingTests
{
    [Test]
    public async Task Asks_the_gateway_by_channel()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Goods(1, JdSome.Row()));

        await scene.ListAsync(channel: "26");

        Assert.That(scene.Gateway.Addresses, Is.EqualTo(new[] { new Uri("https://api.jd.com/routerjson") }));
        Assert.That(scene.Gateway.Forms[0]["method"], Is.EqualTo("jd.union.open.goods.jingfen.query"));
        Assert.That(scene.Gateway.Forms[0]["360buy_param_json"], Is.EqualTo("""{"goodsReq":{"eliteId":26,"pageIndex":1,"pageSize":50}}"""));
    }

    [Test]
    public async Task Asks_another_gateway_if_told_so()
    {
        using var scene = new JdScene(options: options => options with { Gateway = "http://127.0.0.1:5099/routerjson" });
        scene.Gateway.Answers(JdSome.Goods(0));

        await scene.ListAsync();

        Assert.That(scene.Gateway.Addresses, Is.EqualTo(new[] { new Uri("http://127.0.0.1:5099/routerjson") }));
    }

    [Test]
    public async Task Searches_by_keyword_within_the_smaller_page_cap()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Goods(1, JdSome.Row()));

        var deals = await scene.ListAsync(channel: null, keyword: "纸巾");

        Assert.That(scene.Gateway.Forms[0]["method"], Is.EqualTo("jd.union.open.goods.query"));
        Assert.That(
            scene.Gateway.Forms[0]["360buy_param_json"],
            Is.EqualTo("""{"goodsReqDTO":{"keyword":"纸巾","pageIndex":1,"pageSize":30}}"""));
        Assert.That(deals.Single().Channel, Is.Null);
    }

    [Test]
    public async Task Without_channel_and_keyword_the_first_configured_channel_is_listed()
    {
        using var scene = new JdScene(options: options => options with { EliteIds = [40, 1] });
        scene.Gateway.Answers(JdSome.Goods(1, JdSome.Row()));

        var deals = await scene.ListAsync(channel: null);

        Assert.That(scene.Gateway.Parameters(0).GetProperty("eliteId").GetInt32(), Is.EqualTo(40));
        Assert.That(deals.Single().Channel, Is.EqualTo("40"));
    }

    [Test]
    public async Task Pages_until_the_total_and_gives_each_item_once()
    {
        using var scene = new JdScene(options: options => options with { PageSize = 10 });
        scene.Gateway.Answers(
            JdSome.Goods(25, [.. Rows(1, 10)]),
            JdSome.Goods(25, [.. Rows(9, 10)]),
            JdSome.Goods(25, [.. Rows(18, 8)]));

        var deals = await scene.ListAsync();

        Assert.That(deals.Select(deal => deal.Key.ItemId), Is.EqualTo(Enumerable.Range(1, 25).Select(number => $"Item{number}")));
        Assert.That(scene.Gateway.Forms, Has.Count.EqualTo(3));
        Assert.That(scene.Gateway.Parameters(2).GetProperty("pageIndex").GetInt32(), Is.EqualTo(3));
    }

    [Test]
    public async Task Stops_at_the_number_asked_for()
    {
        using var scene = new JdScene(options: options => options with { PageSize = 10 });
        scene.Gateway.Answers(JdSome.Goods(1000, [.. Rows(1, 10)]), JdSome.Goods(1000, [.. Rows(11, 10)]));

        var deals = await scene.ListAsync(maxDeals: 13);

        Assert.That(deals, Has.Count.EqualTo(13));
        Assert.That(scene.Gateway.Forms, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_gateway_that_repeats_its_page_for_ever_is_left()
    {
        using var scene = new JdScene(options: options => options with { PageSize = 10 });
        scene.Gateway.Answers(JdSome.Goods(10_000, [.. Rows(1, 10)]));

        var deals = await scene.ListAsync();

        Assert.That(deals, Has.Count.EqualTo(10));
        Assert.That(scene.Gateway.Forms, Has.Count.EqualTo(2));
    }

    [TestCase("201")]
    [TestCase("202")]
    public async Task Nothing_found_and_no_such_page_end_the_list(string code)
    {
        using var scene = new JdScene(options: options => options with { PageSize = 10 });
        scene.Gateway.Answers(JdSome.Goods(1000, [.. Rows(1, 10)]), JdSome.Refusal(code));

        Assert.That(await scene.ListAsync(), Has.Count.EqualTo(10));
    }

    [TestCase("""{"code":200,"message":"success"}""")]
    [TestCase("""{"code":200,"data":[],"totalCount":0}""")]
    [TestCase("""{"code":200,"data":"","totalCount":"0"}""")]
    [TestCase("""{"code":"200","data":{},"totalCount":""}""")]
    [TestCase("""{"code":200,"data":null,"totalCount":null}""")]
    public async Task An_answer_without_rows_is_an_empty_list(string inner)
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Body(inner));

        Assert.That(await scene.ListAsync(), Is.Empty);
    }

    [Test]
    public async Task Rows_that_cannot_be_read_are_left_out_and_counted_in_the_log()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Goods(
            5,
            JdSome.Row("A"),
            JdSome.Row("B", ("skuName", "\" \"")),
            JdSome.Row("C", ("priceInfo", "{}")),
            JdSome.Row("D", ("itemId", null)),
            JdSome.Row("E")));

        var deals = await scene.ListAsync();

        Assert.That(deals.Select(deal => deal.Key.ItemId), Is.EqualTo(new[] { "A", "E" }));
        Assert.That(scene.Loggers.Lines, Has.One.Contains("3 of 5"));
    }

    [Test]
    public async Task A_channel_that_is_no_number_is_refused_without_a_call()
    {
        using var scene = new JdScene();

        var exception = await Assert.ThrowsAsync<NetworkException>(() => scene.ListAsync(channel: "好券"));

        Assert.That(exception!.Code, Is.EqualTo("bad_channel"));
        Assert.That(scene.Gateway.Forms, Is.Empty);
    }

    [Test]
    public async Task A_missing_permission_says_which_interface_to_apply_for()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Refusal("403", "无访问权限，如有疑问请联系联盟客服"));

        var exception = await Assert.ThrowsAsync<NetworkException>(() => scene.ListAsync(keyword: "纸巾"));

        Assert.That(exception!.Reason.Zh, Does.Contain("申请").And.Contain("jd.union.open.goods.query").And.Contain("无访问权限"));
        Assert.That((exception.Code, exception.IsTransient), Is.EqualTo(("403", false)));
        Assert.That(scene.Gateway.Forms, Has.Count.EqualTo(1));
    }

    private static IEnumerable<string> Rows(int first, int count) =>
        Enumerable.Range(first, count).Select(number => JdSome.Row($"Item{number}"));
}
