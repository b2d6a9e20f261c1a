using DealBot.Contracts;
using DealBot.Networks.Jd;

namespace DealBot.Networks.Tests.Jd;

public sealed class JdLinksTests
{
    private const string Short = "https://u.jd.com/SiM0001";

    [Test]
    public async Task Converts_by_subUnionId_with_coupon_and_position()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Links(Both("g42_d7")));
        var coupon = new Coupon(new Money(1000), Money.Zero, "http://coupon.m.jd.com/a?key=a%2Bb&x=1", null, null);

        var result = await scene.ConvertAsync(new Tracking("g42_d7", "3100000007"), JdSome.Deal(coupon));

        Assert.That(result, Is.EqualTo(new LinkResult.Converted(new TrackingLink(
            new Uri(Short), new Tracking("g42_d7", "3100000007"), JdScene.Noon.AddDays(60)))));
        Assert.That(scene.Gateway.Forms[0]["method"], Is.EqualTo("jd.union.open.promotion.bysubunionid.get"));
        Assert.That(scene.Gateway.Forms[0]["360buy_param_json"], Is.EqualTo(
            """
            {"promotionCodeReq":{"materialId":"jingfen.jd.com/detail/MsDxItem1.html","subUnionId":"g42_d7",
            "positionId":3100000007,"couponUrl":"http://coupon.m.jd.com/a?key=a%2Bb&x=1","chainType":3}}
            """.ReplaceLineEndings("")));
    }

    [Test]
    public async Task Converts_by_the_common_interface_with_the_site()
    {
        using var scene = new JdScene(JdLinkApi.Common);
        scene.Gateway.Answers(JdSome.Links("""{"clickURL":"https://union-click.jd.com/jdc?e=&p=AyIGZRJTEQcT"}"""));

        var result = await scene.ConvertAsync(new Tracking(null, "3100000007"));

        Assert.That(result, Is.EqualTo(new LinkResult.Converted(new TrackingLink(
            new Uri("https://union-click.jd.com/jdc?e=&p=AyIGZRJTEQcT"), new Tracking(null, "3100000007"), null))));
        Assert.That(scene.Gateway.Forms[0]["method"], Is.EqualTo("jd.union.open.promotion.common.get"));
        Assert.That(scene.Gateway.Forms[0]["360buy_param_json"], Is.EqualTo(
            """
            {"promotionCodeReq":{"materialId":"jingfen.jd.com/detail/MsDxItem1.html","siteId":"4100000001",
            "positionId":3100000007}}
            """.ReplaceLineEndings("")));
    }

    [Test]
    public async Task The_accounts_position_stands_in_where_the_group_has_none()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Links(Both("g42_d7")));

        var result = (LinkResult.Converted)await scene.ConvertAsync(new Tracking("g42_d7", null));

        Assert.That(result.Link.Tracking, Is.EqualTo(new Tracking("g42_d7", "3100000001")));
    }

    [TestCase("https://union-click.jd.com/jdc?e=g42_d7&p=Ay")]
    [TestCase("https://union-click.jd.com/jdc?e=&p=Ay")]
    [TestCase("https://union-click.jd.com/jdc?p=Ay")]
    [TestCase("https://union-click.jd.com/jdc?e=g42_d7&unionId=1000999001&u=1000999001")]
    [TestCase("https://UNION-CLICK.jd.com/jdc?e=g42%5Fd7")]
    public async Task A_link_that_contradicts_nothing_is_accepted(string clickUrl)
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Links(Json(null, clickUrl)));

        Assert.That(await scene.ConvertAsync(), Is.InstanceOf<LinkResult.Converted>());
    }

    [TestCase("https://union-click.jd.com/jdc?e=somebody_else&p=Ay", "tracking_mismatch")]
    [TestCase("https://union-click.jd.com/jdc?e=g42_d7&e=x", "tracking_mismatch")]
    [TestCase("https://union-click.jd.com/jdc?e=G42_D7", "tracking_mismatch")]
    [TestCase("https://union-click.jd.com/jdc?e=g42_d7&unionId=999", "union_mismatch")]
    [TestCase("https://union-click.jd.com/jdc?unionid=999", "union_mismatch")]
    [TestCase("https://union-click.jd.com/jdc?u=999", "union_mismatch")]
    [TestCase("https://evil.example/jdc?e=g42_d7", "foreign_link")]
    [TestCase("https://u.jd.com.evil.example/x", "foreign_link")]
    [TestCase("https://u.jd.com@evil.example/x", "foreign_link")]
    [TestCase("https://somebody@u.jd.com/x", "foreign_link")]
    [TestCase("https://u.jd.com:8443/x", "foreign_link")]
    [TestCase("http://u.jd.com/x", "foreign_link")]
    [TestCase("ftp://u.jd.com/x", "foreign_link")]
    [TestCase("//u.jd.com/x", "foreign_link")]
    [TestCase("javascript:alert(1)", "foreign_link")]
    [TestCase("https://item.jd.com/100.html", "foreign_link")]
    public async Task A_link_that_is_not_proven_is_refused(string clickUrl, string code)
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Links(Json(null, clickUrl)));

        var result = await scene.ConvertAsync();

        Assert.That((result as LinkResult.Refused)?.Code, Is.EqualTo(code));
    }

    [Test]
    public async Task A_good_short_link_does_not_excuse_a_foreign_long_one()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Links(Json(Short, "https://union-click.jd.com/jdc?e=somebody_else")));

        Assert.That((await scene.ConvertAsync() as LinkResult.Refused)?.Code, Is.EqualTo("tracking_mismatch"));
    }

    [Test]
    public async Task A_foreign_short_link_is_refused_and_its_host_named()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Links(Json("https://evil.example/x", "https://union-click.jd.com/jdc?e=g42_d7")));

        var refused = (LinkResult.Refused)await scene.ConvertAsync();

        Assert.That(refused.Reason.Zh, Does.Contain("evil.example").And.Contain("LinkHosts"));
    }

    [Test]
    public async Task The_material_itself_is_no_conversion()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Links(Json("https://u.jd.com/Foreign", null)));

        var result = await scene.ConvertAsync(deal: JdSome.Deal() with { MaterialUrl = "u.jd.com/Foreign" });

        Assert.That((result as LinkResult.Refused)?.Code, Is.EqualTo("unconverted_link"));
    }

    [TestCase("127.0.0.1", "http://127.0.0.1:5099/u/abc", true)]
    [TestCase("localhost", "http://localhost:5099/u/abc", true)]
    [TestCase("u.jd.com", "http://127.0.0.1:5099/u/abc", false)]
    [TestCase("10.0.0.1", "http://10.0.0.1/u/abc", false)]
    public async Task Plain_http_passes_only_on_listed_loopback_hosts(string listed, string link, bool accepted)
    {
        using var scene = new JdScene(options: options => options with { LinkHosts = [listed] });
        scene.Gateway.Answers(JdSome.Links(Json(link, null)));

        Assert.That(await scene.ConvertAsync() is LinkResult.Converted, Is.EqualTo(accepted));
    }

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("\"\"")]
    [TestCase("null")]
    [TestCase("""{"clickURL":"","shortURL":null}""")]
    public async Task An_answer_without_a_link_is_refused(string data)
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Links(data));

        Assert.That((await scene.ConvertAsync() as LinkResult.Refused)?.Code, Is.EqualTo("no_link"));
    }

    [TestCase("2001104", false)]
    [TestCase("2001906", false)]
    [TestCase("2001701", false)]
    [TestCase("2001925", false)]
    [TestCase("2001904", false)]
    [TestCase("500", true)]
    [TestCase("2001910", true)]
    [TestCase("7654321", false)]
    [TestCase("403", true)]
    [TestCase("2001201", true)]
    [TestCase("2001403", true)]
    [TestCase("2001501", true)]
    [TestCase("2001606", true)]
    [TestCase("1002024", true)]
    public async Task Business_codes_are_refusals_and_tell_whether_all_deals_are_refused_alike(string code, bool accountFault)
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Refusal(code));

        var refused = (LinkResult.Refused)await scene.ConvertAsync();

        Assert.That((refused.Code, refused.AccountFault, scene.Gateway.Forms.Count), Is.EqualTo((code, accountFault, 1)));
        Assert.That(refused.Reason.Zh, Does.Contain(code).And.Contain("拒绝"));
    }

    [TestCase("500", true)]
    [TestCase("2001504", true)]
    [TestCase("2001904", true)]
    [TestCase("2001910", true)]
    [TestCase("2001104", false)]
    [TestCase("2001501", false)]
    [TestCase("7654321", false)]
    public async Task What_JD_has_trouble_with_itself_passes(string code, bool isPassing)
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Refusal(code));

        Assert.That(((LinkResult.Refused)await scene.ConvertAsync()).IsPassing, Is.EqualTo(isPassing));
    }

    [Test]
    public async Task Too_many_calls_are_no_refusal_of_the_deal()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Refusal("429"));

        var exception = await Assert.ThrowsAsync<NetworkException>(() => scene.ConvertAsync());

        Assert.That((exception!.Code, exception.IsTransient, scene.Gateway.Forms.Count), Is.EqualTo(("429", true, 4)));
    }

    [TestCase("")]
    [TestCase("群42")]
    [TestCase("g42 d7")]
    [TestCase("g42\n")]
    [TestCase("g42.d7")]
    public async Task A_subUnionId_that_JD_would_mangle_is_not_sent(string subUnionId)
    {
        using var scene = new JdScene();

        var result = await scene.ConvertAsync(new Tracking(subUnionId, null));

        Assert.That(result, Is.InstanceOf<LinkResult.Refused>());
        Assert.That(scene.Gateway.Forms, Is.Empty);
    }

    [TestCase(80, true)]
    [TestCase(81, false)]
    public async Task A_subUnionId_has_at_most_80_characters(int length, bool accepted)
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Links(Json(Short, null)));

        var result = await scene.ConvertAsync(new Tracking(new string('a', length), null));

        Assert.That(result is LinkResult.Converted, Is.EqualTo(accepted));
    }

    [Test]
    public async Task A_position_that_is_no_number_is_not_sent()
    {
        using var scene = new JdScene();

        Assert.That(await scene.ConvertAsync(new Tracking(null, "群42")), Is.InstanceOf<LinkResult.Refused>());
        Assert.That(scene.Gateway.Forms, Is.Empty);
    }

    [Test]
    public async Task The_common_interface_without_a_site_is_the_accounts_fault()
    {
        using var scene = new JdScene(JdLinkApi.Common, account => account with { SiteId = null });

        var refused = (LinkResult.Refused)await scene.ConvertAsync();

        Assert.That(refused.AccountFault, Is.True);
        Assert.That(refused.Reason.Zh, Does.Contain("SiteId"));
    }

    private static string Both(string tracking) => Json(Short, $"https://union-click.jd.com/jdc?e={tracking}&p=AyIGZRtTFwo");

    private static string Json(string? shortUrl, string? clickUrl) =>
        System.Text.Json.JsonSerializer.Serialize(new { shortURL = shortUrl, clickURL = clickUrl });
}
