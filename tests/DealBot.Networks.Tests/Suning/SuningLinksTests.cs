using DealBot.Contracts;

namespace DealBot.Networks.Tests.Suning;

public sealed class SuningLinksTests
{
    private const string Short = "https://sugs.suning.com/BOY9MJPP";

    private static readonly Coupon Coupon = new(new Money(1_000), Money.Zero, SuningSome.CouponPage, null, null);

    [Test]
    public async Task Converts_in_the_long_form_with_the_groups_value()
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.ItemLink(SuningSome.Long()));

        var result = await scene.ConvertAsync();

        Assert.That(result, Is.EqualTo(new LinkResult.Converted(new TrackingLink(new Uri(SuningSome.Long()), new Tracking("g42_d7", SuningScene.AdBookId), null))));
        Assert.That(scene.Gateway.Calls.Single().Body, Is.EqualTo(
            """{"sn_request":{"sn_body":{"queryStorepromotionurl":{"adBookId":"101917","mertCode":"0070057321","commCode":"11222350513","subUser":"g42_d7","urlType":"1"}}}}"""));
    }

    [Test]
    public async Task An_address_that_is_escaped_as_a_whole_is_opened()
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.ItemLink(Uri.EscapeDataString(SuningSome.Long())));

        Assert.That((await scene.ConvertAsync() as LinkResult.Converted)?.Link.Url, Is.EqualTo(new Uri(SuningSome.Long())));
    }

    [Test]
    public async Task A_short_link_counts_as_the_twin_of_a_proven_long_one_in_the_same_answer()
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.ItemLink(Short, pc: SuningSome.Long()));

        Assert.That((await scene.ConvertAsync() as LinkResult.Converted)?.Link.Url, Is.EqualTo(new Uri(Short)));
        Assert.That(scene.Gateway.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Where_only_a_short_link_comes_the_long_one_is_asked_for_too()
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.ItemLink(Short, pc: Short), SuningSome.PageLink(SuningSome.Long(), "https://sugs.suning.com/Other"));

        Assert.That((await scene.ConvertAsync() as LinkResult.Converted)?.Link.Url, Is.EqualTo(new Uri("https://sugs.suning.com/Other")));
        Assert.That(scene.Gateway.Calls[1].Body, Is.EqualTo(
            """{"sn_request":{"sn_body":{"queryCustompromotionurl":{"visitUrl":"PAGE","adBookId":"101917","subUser":"g42_d7"}}}}""".Replace("PAGE", SuningSome.Page, StringComparison.Ordinal)));
    }

    [Test]
    public async Task Short_links_alone_are_refused()
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.ItemLink(Short), SuningSome.PageLink("", Short));

        var refused = await scene.ConvertAsync() as LinkResult.Refused;

        Assert.That((refused?.Code, refused?.AccountFault), Is.EqualTo(("unproven_link", true)));
        Assert.That(refused!.Reason.Zh, Does.Contain("userId"));
    }

    [Test]
    public async Task A_coupon_is_reached_through_its_own_page()
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.PageLink(SuningSome.Long(target: SuningSome.CouponPage), Short));

        var result = await scene.ConvertAsync(Coupon);

        Assert.That((result as LinkResult.Converted)?.Link.Url, Is.EqualTo(new Uri(Short)));
        Assert.That(scene.Gateway.Calls.Single().Body, Does.Contain($"\"visitUrl\":\"{SuningSome.CouponPage}\""));
    }

    [TestCase("userId=60000009&adBookId=101917&subUserEx=g42_d7", "union_mismatch")]
    [TestCase("userId=60000001&userId=60000009", "union_mismatch")]
    [TestCase("userId=60000001&adBookId=999999&subUserEx=g42_d7", "tracking_mismatch")]
    [TestCase("userId=60000001&adBookId=101917&subUserEx=g1_xx", "tracking_mismatch")]
    [TestCase("userId=60000001&adBookId=101917&subUser=G42_D7", "tracking_mismatch")]
    public async Task A_link_that_contradicts_is_refused(string query, string code)
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.ItemLink(SuningSome.Long(query)));

        Assert.That((await scene.ConvertAsync() as LinkResult.Refused)?.Code, Is.EqualTo(code));
        Assert.That(scene.Gateway.Calls, Has.Count.EqualTo(1));
    }

    [TestCase("userId=60000001&adBookId=0&subUserEx=")]
    [TestCase("userId=60000001&subUserEx=g42_d7")]
    public async Task What_a_link_leaves_out_contradicts_nothing(string query)
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.ItemLink(SuningSome.Long(query)));

        Assert.That(await scene.ConvertAsync(), Is.InstanceOf<LinkResult.Converted>());
    }

    [TestCase("https://m.suning.com/product/0070057321/11222350513.html", true)]
    [TestCase("http://product.suning.com/0070057321/11222350513.html", true)]
    [TestCase("https://product.suning.com/0070057321/99999.html", false)]
    [TestCase("https://www.suning.com/", false)]
    public async Task The_link_must_lead_to_the_item(string target, bool accepted)
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.ItemLink(SuningSome.Long(target: target)));

        var result = await scene.ConvertAsync();

        Assert.That(result is LinkResult.Converted, Is.EqualTo(accepted));
        Assert.That((result as LinkResult.Refused)?.Code, Is.EqualTo(accepted ? null : "other_item"));
    }

    [TestCase("https://evil.example/visitor.htm?userId=60000001", "foreign_link")]
    [TestCase("http://sucs.suning.com/visitor.htm?userId=60000001", "foreign_link")]
    [TestCase("https://product.suning.com/0070057321/11222350513.html", "foreign_link")]
    [TestCase("", "no_link")]
    public async Task A_link_of_no_use_is_refused(string link, string code)
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.ItemLink(link));

        Assert.That((await scene.ConvertAsync() as LinkResult.Refused)?.Code, Is.EqualTo(code));
    }

    [Test]
    public async Task The_items_plain_page_is_no_conversion()
    {
        using var scene = new SuningScene(options: options => options with { LinkHosts = ["product.suning.com"] });
        scene.Gateway.Answers(SuningSome.ItemLink(SuningSome.Page));

        Assert.That((await scene.ConvertAsync() as LinkResult.Refused)?.Code, Is.EqualTo("unconverted_link"));
    }

    [TestCase("g42 d7", null, "bad_sub_id")]
    [TestCase("a&b=c", null, "bad_sub_id")]
    [TestCase("123456789", null, "bad_sub_id")]
    [TestCase(null, "群1", "bad_position_id")]
    public async Task What_would_be_mangled_is_not_sent(string? subId, string? position, string code)
    {
        using var scene = new SuningScene(account => account with { SubUserLength = 8 });

        Assert.That((await scene.ConvertAsync(subId: subId, position: position) as LinkResult.Refused)?.Code, Is.EqualTo(code));
        Assert.That(scene.Gateway.Calls, Is.Empty);
    }

    [Test]
    public async Task An_account_without_sub_users_sends_none()
    {
        using var scene = new SuningScene(account => account with { SubUserLength = 0, Positions = ["101918"] });
        scene.Gateway.Answers(SuningSome.ItemLink(SuningSome.Long("userId=60000001&adBookId=101918&subUserEx=")));

        var result = await scene.ConvertAsync(position: "101918") as LinkResult.Converted;

        Assert.That(result?.Link.Tracking, Is.EqualTo(new Tracking(null, "101918")));
        Assert.That(scene.Gateway.Calls.Single().Body, Does.Not.Contain("subUser"));
        Assert.That((scene.Network.Limits.SubIdLength, scene.Network.Positions), Is.EqualTo((0, new[] { "101918" })));
    }
}
