using DealBot.Contracts;

namespace DealBot.Networks.Tests.Taobao;

public sealed class TaobaoLinksTests
{
    private const string Foreign = "//uland.taobao.com/coupon/edetail?e=AbC&pid=mm_1_2_3";

    [Test]
    public async Task The_link_with_the_coupon_is_given_and_says_what_orders_will_carry()
    {
        using var scene = new TaobaoScene();
        scene.Gateway.Answers(TaobaoSome.Goods(TaobaoSome.Row(), TaobaoSome.Row("other")));

        var link = Converted(await scene.ConvertAsync());

        Assert.That(link.Url, Is.EqualTo(new Uri("https:" + TaobaoSome.Link)));
        Assert.That(link.Tracking, Is.EqualTo(new Tracking(null, "111222333")));
        Assert.That((scene.Gateway.Forms[0]["q"], scene.Gateway.Forms[0]["adzone_id"]), Is.EqualTo((TaobaoSome.Title, "111222333")));
    }

    [TestCase("111222334", "111222334", null, "111222334", TestName = "A position of the pool")]
    [TestCase("mm_98000001_777_555", "555", null, "555", TestName = "A whole pid of the same member")]
    [TestCase("555", "555", null, "555", TestName = "The last part of a pid")]
    [TestCase("2900000001", "111222333", "2900000001", "2900000001", TestName = "A channel, on the general position")]
    public async Task A_position_is_asked_for(string position, string adzone, string? relation, string carried)
    {
        using var scene = new TaobaoScene();
        scene.Gateway.Answers(TaobaoSome.Goods(TaobaoSome.Row(link: null), TaobaoSome.Row("other")));

        var link = Converted(await scene.ConvertAsync(position));

        Assert.That((scene.Gateway.Forms[0]["adzone_id"], scene.Gateway.Forms[0].GetValueOrDefault("relation_id")), Is.EqualTo((adzone, relation)));
        Assert.That(link.Tracking, Is.EqualTo(new Tracking(null, carried)));
    }

    [TestCase("mm_1_2_3")]
    [TestCase("位置")]
    public async Task A_position_of_somebody_else_is_refused_without_a_call(string position)
    {
        using var scene = new TaobaoScene();

        Assert.That(Refused(await scene.ConvertAsync(position)).Code, Is.EqualTo("bad_position_id"));
        Assert.That(scene.Gateway.Forms, Is.Empty);
    }

    [TestCase(Foreign, TaobaoSome.PlainLink, "union_mismatch", TestName = "Another member's pid")]
    [TestCase(TaobaoSome.Link, Foreign, "union_mismatch", TestName = "Another member's pid in the second link")]
    [TestCase("//uland.taobao.com/e?e=A&pid=mm_98000001_444555_9", null, "tracking_mismatch", TestName = "Another position")]
    [TestCase("//uland.taobao.com/e?e=A&adzoneId=9", null, "tracking_mismatch", TestName = "Another position, named alone")]
    [TestCase("//uland.taobao.com/e?e=A&relationId=77", null, "tracking_mismatch", TestName = "A channel that nobody asked for")]
    [TestCase("//s.click.taobao.com/t?e=A&ali_trackid=2%3Amm_1_2_3%3A99", null, "union_mismatch", TestName = "A pid within another value")]
    [TestCase("https://uland.taobao.com.evil.example/e?e=A", null, "foreign_link", TestName = "Another host")]
    [TestCase("http://uland.taobao.com/e?e=A", null, "foreign_link", TestName = "Plain HTTP")]
    [TestCase("https://uland.taobao.com:444/e?e=A", null, "foreign_link", TestName = "Another port")]
    [TestCase("//uland.taobao.com/item?id=1", null, "unproven_link", TestName = "No ids at all")]
    [TestCase("//s.click.taobao.com/AbCdEfG", null, "unproven_link", TestName = "A short link alone")]
    [TestCase("//uland.taobao.com/e?e=", null, "unproven_link", TestName = "An empty secret part")]
    [TestCase(null, null, "no_link", TestName = "No link")]
    public async Task What_is_not_proven_is_refused(string? link, string? plain, string code)
    {
        using var scene = new TaobaoScene();
        scene.Gateway.Answers(TaobaoSome.Goods(TaobaoSome.Row(link: link, plain: plain), TaobaoSome.Row("other")));

        var refused = Refused(await scene.ConvertAsync());

        Assert.That(refused.Code, Is.EqualTo(code));
        Assert.That((refused.Reason.Zh, refused.Reason.En), Is.Not.EqualTo(("", "")));
    }

    [Test]
    public async Task The_item_itself_is_no_link()
    {
        using var scene = new TaobaoScene(options: options => options with { LinkHosts = ["item.taobao.com"] });
        scene.Gateway.Answers(TaobaoSome.Goods(TaobaoSome.Row(link: $"//item.taobao.com/item.htm?id={TaobaoSome.ItemId}"), TaobaoSome.Row("other")));

        Assert.That(Refused(await scene.ConvertAsync()).Code, Is.EqualTo("unconverted_link"));
    }

    [Test]
    public async Task A_search_that_finds_only_the_item_is_repeated_with_half_its_title()
    {
        using var scene = new TaobaoScene();
        scene.Gateway.Answers(
            TaobaoSome.Goods(TaobaoSome.Row(itemId: null, link: null, plain: null)),
            TaobaoSome.Goods(TaobaoSome.Row("other"), TaobaoSome.Row()));

        var link = Converted(await scene.ConvertAsync());

        Assert.That(link.Url, Is.EqualTo(new Uri("https:" + TaobaoSome.Link)));
        Assert.That(scene.Gateway.Forms.Select(form => form["q"]), Is.EqualTo(new[] { TaobaoSome.Title, TaobaoSome.Title[..(TaobaoSome.Title.Length / 2)] }));
    }

    [Test]
    public async Task Another_item_of_the_same_title_is_not_taken_for_it()
    {
        using var scene = new TaobaoScene();
        scene.Gateway.Answers(TaobaoSome.Goods(TaobaoSome.Row("other"), TaobaoSome.Row("third")));

        Assert.That(Refused(await scene.ConvertAsync()).Code, Is.EqualTo("not_in_search"));
    }

    [Test]
    public async Task A_command_is_made_of_the_very_link_that_was_proven()
    {
        using var scene = new TaobaoScene();
        scene.Gateway.Answers(TaobaoSome.Goods(TaobaoSome.Row(), TaobaoSome.Row("other")), TaobaoSome.Command());

        var link = Converted(await scene.ConvertAsync(wantsCommand: true));

        Assert.That(link.Command, Is.EqualTo("￥AbCdEfG￥"));
        Assert.That((scene.Gateway.Forms[1]["method"], scene.Gateway.Forms[1]["url"]), Is.EqualTo(("taobao.tbk.tpwd.create", link.Url.AbsoluteUri)));
    }

    [TestCase("", "6.0 ￥AbCdEfG￥ https://m.tb.cn/h.x 测试", "￥AbCdEfG￥", TestName = "The token is taken out of the whole text")]
    [TestCase("₤AbCdEfG₤", "", "₤AbCdEfG₤", TestName = "Other signs around the token")]
    [TestCase("https://m.tb.cn/h.x", "打开 https://m.tb.cn/h.x", null, TestName = "A short link is no command")]
    [TestCase("￥Ab￥", "￥AbCdEfG₤", null, TestName = "Half a token is no command")]
    public async Task Only_a_token_is_a_command(string simple, string model, string? command)
    {
        using var scene = new TaobaoScene();
        scene.Gateway.Answers(TaobaoSome.Goods(TaobaoSome.Row(), TaobaoSome.Row("other")), TaobaoSome.Command(simple, model));

        var result = await scene.ConvertAsync(wantsCommand: true);

        Assert.That((result as LinkResult.Converted)?.Link.Command, Is.EqualTo(command));
        Assert.That((result as LinkResult.Refused)?.Code, Is.EqualTo(command is null ? "no_command" : null));
    }

    [Test]
    public async Task Gone_is_said_only_when_every_hit_was_seen()
    {
        using var scene = new TaobaoScene();
        scene.Gateway.Answers(
            TaobaoSome.Goods(2, TaobaoSome.Row("other"), TaobaoSome.Row("third")),
            TaobaoSome.Goods(300, TaobaoSome.Row("other")),
            TaobaoSome.Goods(1, TaobaoSome.Row(itemId: null)),
            TaobaoSome.Goods(1, TaobaoSome.Row(itemId: null)));

        Assert.That(await scene.Network.RecheckAsync(TaobaoSome.Deal(), default), Is.InstanceOf<DealCheck.Gone>());
        Assert.That(await scene.Network.RecheckAsync(TaobaoSome.Deal(), default), Is.InstanceOf<DealCheck.NotTold>());
        Assert.That(((DealCheck.Found)await scene.Network.RecheckAsync(TaobaoSome.Deal(), default)).Deal.Key, Is.EqualTo(TaobaoSome.Deal().Key));
    }

    private static TrackingLink Converted(LinkResult result)
    {
        Assert.That(result, Is.InstanceOf<LinkResult.Converted>(), $"{result}");
        return ((LinkResult.Converted)result).Link;
    }

    private static LinkResult.Refused Refused(LinkResult result)
    {
        Assert.That(result, Is.InstanceOf<LinkResult.Refused>(), $"{result}");
        return (LinkResult.Refused)result;
    }
}
