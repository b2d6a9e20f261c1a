using DealBot.Contracts;

namespace DealBot.Networks.Tests.Pdd;

public sealed class PddLinksTests
{
    private const string Short = "https://p.pinduoduo.com/SiM0001";

    [Test]
    public async Task Converts_with_position_sub_id_and_search()
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(PddSome.Links(("url", PddSome.Long()), ("short_url", Short)));

        var result = await scene.ConvertAsync();

        Assert.That(result, Is.EqualTo(new LinkResult.Converted(new TrackingLink(new Uri(Short), new Tracking("g42_d7", PddScene.Pid), null))));
        var form = scene.Gateway.Forms.Single();
        Assert.That(
            (form["type"], form["p_id"], form["goods_sign_list"], form["search_id"], form["custom_parameters"], form["generate_short_url"]),
            Is.EqualTo(("pdd.ddk.goods.promotion.url.generate", PddScene.Pid, $"[\"{PddSome.Sign}\"]", "search-1", """{"uid":"dealbot","sid":"g42_d7"}""", "true")));
    }

    [Test]
    public async Task A_groups_own_position_goes_before_the_accounts()
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(PddSome.Links(("url", PddSome.Long("12345678_7"))));

        var result = (LinkResult.Converted)await scene.ConvertAsync(new Tracking("g42_d7", "12345678_7"));

        Assert.That(result.Link, Is.EqualTo(new TrackingLink(new Uri(PddSome.Long("12345678_7")), new Tracking("g42_d7", "12345678_7"), null)));
    }

    [Test]
    public async Task An_account_without_custom_parameters_tells_groups_apart_by_position_alone()
    {
        using var scene = new PddScene(account => account with { MaySetCustomParameters = false });
        scene.Gateway.Answers(PddSome.Links(("url", PddSome.Long("12345678_7", custom: null))));

        var result = (LinkResult.Converted)await scene.ConvertAsync(new Tracking("g42_d7", "12345678_7"));

        Assert.That(result.Link.Tracking, Is.EqualTo(new Tracking(null, "12345678_7")));
        Assert.That(scene.Gateway.Forms[0].Keys, Has.None.EqualTo("custom_parameters"));
        Assert.That(scene.Network.Limits.SubIdLength, Is.Zero);
    }

    [Test]
    public async Task A_link_that_opens_the_app_is_proven_by_the_page_within()
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(PddSome.Links(("mobile_url", PddSome.Mobile()), ("mobile_short_url", Short)));

        Assert.That((await scene.ConvertAsync() as LinkResult.Converted)?.Link.Url, Is.EqualTo(new Uri(Short)));
    }

    [TestCase("99999999_1", "pid_mismatch")]
    [TestCase("12345678_22334455", "pid_mismatch")]
    [TestCase("", "pid_mismatch")]
    public async Task A_link_with_another_position_is_refused(string pid, string code)
    {
        Assert.That(await RefusalOf(("url", PddSome.Long(pid)), ("short_url", Short)), Is.EqualTo(code));
        Assert.That(await RefusalOf(("url", PddSome.Long()), ("short_url", Short), ("mobile_url", PddSome.Mobile(pid))), Is.EqualTo(code));
    }

    [Test]
    public async Task A_link_that_names_two_positions_is_refused() => Assert.That(
        await RefusalOf(("mobile_url", PddSome.Mobile("99999999_1") + "&pid=" + PddScene.Pid), ("mobile_short_url", Short)), Is.EqualTo("pid_mismatch"));

    [TestCase("""{"uid":"dealbot","sid":"g43_d7"}""")]
    [TestCase("""{"uid":"dealbot"}""")]
    [TestCase("""{"uid":"somebody"}""")]
    [TestCase("somebody")]
    [TestCase(null)]
    public async Task A_link_with_another_sub_id_is_refused(string? custom) =>
        Assert.That(await RefusalOf(("url", PddSome.Long(custom: custom)), ("short_url", Short)), Is.EqualTo("tracking_mismatch"));

    [Test]
    public async Task A_sub_id_that_nobody_asked_for_is_refused()
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(PddSome.Links(("url", PddSome.Long())));

        Assert.That((await scene.ConvertAsync(new Tracking(null, null)) as LinkResult.Refused)?.Code, Is.EqualTo("tracking_mismatch"));
    }

    [Test]
    public async Task The_link_of_another_item_is_refused()
    {
        static string Other(string link) => link.Replace(PddSome.Sign, "c9r2Sim_J0002", StringComparison.Ordinal);

        Assert.That(await RefusalOf(("url", Other(PddSome.Long())), ("short_url", Short)), Is.EqualTo("other_item"));
        Assert.That(await RefusalOf(("url", PddSome.Long()), ("short_url", Short), ("mobile_url", Other(PddSome.Mobile()))), Is.EqualTo("other_item"));
    }

    [TestCase("https://evil.example/duo_coupon_landing.html?pid=12345678_223344556", "foreign_link")]
    [TestCase("http://mobile.yangkeduo.com/duo_coupon_landing.html?pid=12345678_223344556", "foreign_link")]
    [TestCase("https://mobile.yangkeduo.com@evil.example/?pid=12345678_223344556", "foreign_link")]
    [TestCase("https://mobile.yangkeduo.com/goods.html?goods_sign=c9r2Sim_J0001&search_id=search-1", "unconverted_link")]
    [TestCase("https://mobile.yangkeduo.com/duo_coupon_landing.html?goods_sign=c9r2Sim_J0001", "unproven_link")]
    public async Task A_link_that_is_not_proven_is_refused(string link, string code) =>
        Assert.That(await RefusalOf(("url", link), ("short_url", Short)), Is.EqualTo(code));

    [Test]
    public async Task A_foreign_short_link_spoils_a_proven_long_one()
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(PddSome.Links(("url", PddSome.Long()), ("short_url", "https://evil.example/x")));

        var refused = (LinkResult.Refused)await scene.ConvertAsync();

        Assert.That(refused.Reason.Zh, Does.Contain("evil.example").And.Contain("LinkHosts"));
    }

    [Test]
    public async Task A_short_link_alone_makes_the_client_ask_for_the_long_one()
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(PddSome.Links(("short_url", Short)), PddSome.Links(("url", PddSome.Long())));

        var result = (LinkResult.Converted)await scene.ConvertAsync();

        Assert.That(result.Link.Url, Is.EqualTo(new Uri(PddSome.Long())), "the short one belongs to another answer");
        Assert.That(scene.Gateway.Forms.Select(form => form["generate_short_url"]), Is.EqualTo(new[] { "true", "false" }));
    }

    [Test]
    public async Task A_short_link_that_stays_alone_is_refused() =>
        Assert.That(await RefusalOf(("short_url", Short)), Is.EqualTo("unproven_link"));

    [Test]
    public async Task No_link_is_a_refusal() => Assert.That(await RefusalOf(("url", "")), Is.EqualTo("no_link"));

    [TestCase("群42")]
    [TestCase("g42 d7")]
    [TestCase("")]
    [TestCase("a\"b")]
    public async Task A_sub_id_that_would_break_the_JSON_is_not_sent(string subId)
    {
        using var scene = new PddScene();

        Assert.That((await scene.ConvertAsync(new Tracking(subId, null)) as LinkResult.Refused)?.Code, Is.EqualTo("bad_sub_id"));
        Assert.That(scene.Gateway.Forms, Is.Empty);
    }

    [TestCase("dealbot", 38)]
    [TestCase("me", 43)]
    public async Task A_sub_id_fills_the_64_bytes_and_no_more(string uid, int length)
    {
        using var scene = new PddScene(account => account with { Uid = uid });
        scene.Gateway.Answers(PddSome.Links(("url", PddSome.Long(custom: $$"""{"uid":"{{uid}}","sid":"{{new string('a', length)}}"}"""))));

        Assert.That(scene.Network.Limits.SubIdLength, Is.EqualTo(length));
        Assert.That(await scene.ConvertAsync(new Tracking(new string('a', length), null)), Is.InstanceOf<LinkResult.Converted>());
        Assert.That(scene.Gateway.Forms[0]["custom_parameters"], Has.Length.EqualTo(64));
        Assert.That((await scene.ConvertAsync(new Tracking(new string('a', length + 1), null)) as LinkResult.Refused)?.Code, Is.EqualTo("bad_sub_id"));
    }

    [TestCase("223344556")]
    [TestCase("87654321_1")]
    [TestCase("12345678_")]
    [TestCase("12345678_1_2")]
    public async Task A_position_of_somebody_else_is_not_sent(string position)
    {
        using var scene = new PddScene();

        Assert.That((await scene.ConvertAsync(new Tracking("g1", position)) as LinkResult.Refused)?.Code, Is.EqualTo("bad_position_id"));
        Assert.That(scene.Gateway.Forms, Is.Empty);
    }

    [TestCase("60001", true)]
    [TestCase("20031", true)]
    [TestCase("20004", true)]
    [TestCase("10000", false)]
    [TestCase("50001", false)]
    [TestCase("123456", false)]
    public async Task A_refusal_tells_whether_the_account_is_at_fault(string code, bool accountFault)
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(PddSome.Refusal(code, "拒绝", "推广位有误"));

        var refused = (LinkResult.Refused)await scene.ConvertAsync();

        Assert.That((refused.Code, refused.AccountFault, scene.Gateway.Forms.Count), Is.EqualTo((code, accountFault, 1)));
        Assert.That(refused.Reason.Zh, Does.Contain("推广位有误"));
    }

    [TestCase("50000", true, true)]
    [TestCase("52102", true, true)]
    [TestCase("70033", true, true)]
    [TestCase("50001", false, true)]
    [TestCase("10000", false, false)]
    [TestCase("60001", true, false)]
    public async Task What_Pinduoduo_has_trouble_with_itself_passes_and_may_be_of_the_one_item(string code, bool ofAll, bool isPassing)
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(PddSome.Refusal(code, "业务服务错误", "稍后再试"));

        var refused = (LinkResult.Refused)await scene.ConvertAsync();

        Assert.That((refused.AccountFault, refused.IsPassing), Is.EqualTo((ofAll, isPassing)));
    }

    private static async Task<string?> RefusalOf(params (string Name, string? Link)[] links)
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(PddSome.Links(links));
        return (await scene.ConvertAsync() as LinkResult.Refused)?.Code;
    }
}
