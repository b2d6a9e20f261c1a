using DealBot.Contracts;
using DealBot.Networks.Vip;

namespace DealBot.Networks.Tests.Vip;

public sealed class VipLinksTests
{
    private const string Short = "https://t.vip.com/mlCYWuKuVNA";

    [Test]
    public async Task Converts_with_the_groups_value_and_the_deals_advertisement()
    {
        using var scene = new VipScene();
        scene.Gateway.Answers(VipSome.Links(VipSome.Long()));

        var result = await scene.ConvertAsync();

        Assert.That(result, Is.EqualTo(new LinkResult.Converted(new TrackingLink(new Uri(Short), new Tracking("g42_d7", VipScene.ChanTag), null))));
        var sent = scene.Gateway.Calls.Single().Json;
        Assert.That(sent.GetProperty("goodsIdList")[0].GetString(), Is.EqualTo(VipSome.Item));
        Assert.That((sent.GetProperty("chanTag").GetString(), sent.GetProperty("statParam").GetString()), Is.EqualTo((VipScene.ChanTag, "g42_d7")));
        Assert.That(sent.GetProperty("urlGenByGoodsIdRequest").GetProperty("adCode").GetString(), Is.EqualTo("ad1"));
    }

    [Test]
    public async Task A_groups_own_position_stands_in_for_the_accounts()
    {
        using var scene = new VipScene(account => account with { UseStatParam = false });
        scene.Gateway.Answers(VipSome.Links(VipSome.Long(chan: "c102pid")));

        var result = await scene.ConvertAsync(position: "c102pid") as LinkResult.Converted;

        Assert.That(result?.Link.Tracking, Is.EqualTo(new Tracking(null, "c102pid")));
        Assert.That(scene.Network.Limits.SubIdLength, Is.Zero);
    }

    [Test]
    public async Task A_command_comes_where_one_is_wanted()
    {
        using var scene = new VipScene();
        scene.Gateway.Answers(VipSome.Links(VipSome.Long()));

        var result = await scene.Network.ConvertAsync(new LinkRequest(VipSome.Deal(), new Tracking(null, null)) { WantsCommand = true }, default);

        Assert.That((result as LinkResult.Converted)?.Link.Command, Is.EqualTo("￥abc￥"));
    }

    [TestCase("""{"ucode":"u8wfgxo1","chan":"c101pid","statParam":"g42_d7"}""")]
    [TestCase("""{"ucode":"u8wfgxo1","chan":""}""")]
    [TestCase("""{"ucode":"u8wfgxo1","monitorSpotCode":"C01V00002939rb5r"}""")]
    [TestCase("""{"chan":"c101pid"}""")]
    public async Task A_link_that_names_the_owner_is_proven(string packed) =>
        Assert.That(await ConvertedAsync(VipSome.Long(packed)), Is.InstanceOf<LinkResult.Converted>());

    [TestCase("""{"ucode":"somebody","chan":"c101pid"}""", "union_mismatch")]
    [TestCase("""{"ucode":"U8WFGXO1"}""", "union_mismatch")]
    [TestCase("""{"ucode":"u8wfgxo1","chan":"c999pid"}""", "tracking_mismatch")]
    [TestCase("""{"ucode":"u8wfgxo1","chan":"c101pid","statParam":"g1_xx"}""", "tracking_mismatch")]
    [TestCase("""{"schemecode":"m5f6"}""", "unproven_link")]
    [TestCase("""{"ucode":"","chan":""}""", "unproven_link")]
    [TestCase("no json", "unproven_link")]
    public async Task A_link_that_is_not_proven_is_refused(string packed, string code) =>
        Assert.That((await ConvertedAsync(VipSome.Long(packed)) as LinkResult.Refused)?.Code, Is.EqualTo(code));

    [TestCase("https://t.vip.com/mlCYWuKuVNA", "unproven_link", TestName = "A_short_link_in_the_place_of_the_long_one_proves_nothing")]
    [TestCase("https://t.vip.com/redirect.php?url=%%%", "unproven_link")]
    [TestCase("https://evil.example/redirect.php?url=x", "foreign_link")]
    [TestCase("http://t.vip.com/redirect.php?url=x", "foreign_link")]
    [TestCase("https://t.vip.com.evil.example/x", "foreign_link")]
    [TestCase("vipshop://showGoodsDetail", "foreign_link")]
    public async Task A_long_link_of_no_use_is_refused(string longUrl, string code) =>
        Assert.That((await ConvertedAsync(longUrl) as LinkResult.Refused)?.Code, Is.EqualTo(code));

    [Test]
    public async Task Without_a_union_code_the_position_must_be_in_the_link()
    {
        using var scene = new VipScene(account => account with { UnionCode = null });
        scene.Gateway.Answers(VipSome.Links(VipSome.Long("""{"ucode":"9768df4b"}""")));

        var refused = await scene.ConvertAsync() as LinkResult.Refused;

        Assert.That((refused?.Code, refused?.AccountFault), Is.EqualTo(("unproven_link", true)));
        Assert.That(refused!.Reason.Zh, Does.Contain("ucode=9768df4b").And.Contain("UnionCode"));
    }

    [Test]
    public async Task A_proven_long_link_does_not_excuse_a_foreign_short_one()
    {
        using var scene = new VipScene();
        scene.Gateway.Answers(VipSome.Links(VipSome.Long(), url: "https://evil.example/x"));

        var refused = await scene.ConvertAsync() as LinkResult.Refused;

        Assert.That(refused?.Code, Is.EqualTo("foreign_link"));
        Assert.That(refused!.Reason.Zh, Does.Contain("evil.example").And.Contain("LinkHosts"));
    }

    [Test]
    public async Task Base64_may_be_written_for_addresses_and_without_padding()
    {
        var packed = Convert.ToBase64String("{\"ucode\":\"u8wfgxo1\",\"x\":\"???>>>~~~\"}"u8).TrimEnd('=').Replace('+', '-').Replace('/', '_');

        Assert.That(await ConvertedAsync($"https://t.vip.com/redirect.php?url={packed}"), Is.InstanceOf<LinkResult.Converted>());
    }

    [Test]
    public async Task The_link_of_another_item_is_refused()
    {
        using var scene = new VipScene();
        scene.Gateway.Answers(VipSome.Links(VipSome.Long(), source: "6919197068968110000"));

        Assert.That((await scene.ConvertAsync() as LinkResult.Refused)?.Code, Is.EqualTo("other_item"));
    }

    [TestCase("null")]
    [TestCase("""{"urlInfoList":[]}""")]
    [TestCase("""{"urlInfoList":[{"source":"6919197068968114384","url":"","longUrl":""}]}""")]
    public async Task An_answer_without_a_link_is_refused(string result)
    {
        using var scene = new VipScene();
        scene.Gateway.Answers(VipSome.Body(result));

        Assert.That((await scene.ConvertAsync() as LinkResult.Refused)?.Code, Is.EqualTo("no_link"));
    }

    [TestCase("g42 d7")]
    [TestCase("群42")]
    [TestCase("")]
    public async Task A_value_that_would_be_mangled_is_not_sent(string subId)
    {
        using var scene = new VipScene();

        Assert.That((await scene.ConvertAsync(subId: subId) as LinkResult.Refused)?.Code, Is.EqualTo("bad_sub_id"));
        Assert.That(scene.Gateway.Calls, Is.Empty);
    }

    [Test]
    public async Task What_is_in_no_table_is_told_in_Vipshops_own_words()
    {
        using var scene = new VipScene();
        scene.Gateway.Answers(VipSome.Refusal("CALLEE_USER_9", "商品不在推广中"));

        var refused = (LinkResult.Refused)await scene.ConvertAsync();

        Assert.That((refused.Code, refused.AccountFault), Is.EqualTo(("CALLEE_USER_9", false)));
        Assert.That(refused.Reason.Zh, Does.Contain("商品不在推广中").And.Contain("CALLEE_USER_9"));
    }

    private static async Task<LinkResult> ConvertedAsync(string longUrl)
    {
        using var scene = new VipScene();
        scene.Gateway.Answers(VipSome.Links(longUrl));
        return await scene.ConvertAsync();
    }
}
