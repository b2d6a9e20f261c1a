using DealBot.Networks.Taobao;

namespace DealBot.Networks.Tests.Taobao;

public sealed class TaobaoSignatureTests
{
    private const string Secret = "top-demo-secret-0001";

    [TestCase(TaobaoSignMethod.Md5, "FDED3CF6BD9F11460F52BEECD89E22D9")]
    [TestCase(TaobaoSignMethod.Hmac, "6774F2AE7C0876730132DF6677CC3C19")]
    [TestCase(TaobaoSignMethod.HmacSha256, "C8F4FFCB43AFFD815CA38CE6B91C9E10CDB62CC46BC1F7E94871245DEEE0E617")]
    public void Signs_as_the_platform_does(TaobaoSignMethod method, string expected) =>
        Assert.That(Search().Sign(Account(), method, Moment())["sign"], Is.EqualTo(expected));

    [Test]
    public void What_is_empty_is_neither_sent_nor_signed()
    {
        var with = new TaobaoRequest("taobao.x", ("a", "1"), ("relation_id", null), ("cat", "")).Sign(Account(), TaobaoSignMethod.Md5, Moment());
        var without = new TaobaoRequest("taobao.x", ("a", "1")).Sign(Account(), TaobaoSignMethod.Md5, Moment());

        Assert.That(with, Is.EqualTo(without));
    }

    [TestCase(TaobaoSignMethod.Md5, "md5")]
    [TestCase(TaobaoSignMethod.Hmac, "hmac")]
    [TestCase(TaobaoSignMethod.HmacSha256, "hmac-sha256")]
    public async Task The_settings_say_how_a_call_is_signed(TaobaoSignMethod method, string name)
    {
        using var scene = new TaobaoScene(options: options => options with { SignMethod = method });
        scene.Gateway.Answers(TaobaoSome.Goods(TaobaoSome.Row()));

        await scene.ListAsync();

        var form = scene.Gateway.Forms.Single();
        Assert.That(form["sign_method"], Is.EqualTo(name));
        Assert.That(form["sign"], Is.EqualTo(TaobaoSignature.Sign(form, TaobaoScene.Secret, method)));
        Assert.That((form["timestamp"], form["v"], form["format"]), Is.EqualTo(("2026-01-15 12:00:00", "2.0", "json")));
    }

    private static TaobaoRequest Search() => new(
        "taobao.tbk.dg.material.optional.upgrade", ("adzone_id", "111222333"), ("page_no", "1"), ("page_size", "20"), ("q", "纸巾"));

    private static TaobaoAccount Account() => new() { AppKey = "12345678", AppSecret = Secret };

    private static DateTimeOffset Moment() => new(2026, 1, 15, 2, 20, 30, TimeSpan.Zero);
}
