using DealBot.Contracts;
using DealBot.Networks.Vip;

namespace DealBot.Networks.Tests.Vip;

public sealed class VipErrorsTests
{
    [TestCase("vipapis.sys_other_error", null, true, "稍后")]
    [TestCase("vipapis.response-timeOut", null, true, "稍后")]
    [TestCase("vipapis.base-api.error", null, true, "稍后")]
    [TestCase("vipapis.path.Error", "Gateway", false, "Gateway")]
    [TestCase("vipapis.appkey-not-exist", "AppKey", false, "vop.vip.com")]
    [TestCase("vipapis.white-ip-not-exist", null, false, "白名单")]
    [TestCase("vipapis.ip-in-blackList", null, false, "客服")]
    [TestCase("vipapis.ip-in-whiteList", null, false, "白名单")]
    [TestCase("vipapis.appKey-in-blackList", "AppKey", false, "客服")]
    [TestCase("vipapis.api-invalidate-permission", null, false, "申请")]
    [TestCase("vipapis.sign-not-match", "AppSecret", false, "AppSecret")]
    [TestCase("vipapis.miss-parameter", null, false, "升级")]
    [TestCase("vipapis.parameter-notmatch", null, false, "PID")]
    [TestCase("vipapis.ext-attr-invalidate-failure", null, false, "升级")]
    [TestCase("vipapis.oauth-invalidate-failure", "AccessToken", false, "重新授权")]
    [TestCase("vipapis.app-flow-overrun", null, true, "申请提高")]
    [TestCase("vipapis.request-data-max", "PageSize", false, "PageSize")]
    public async Task Every_documented_code_says_what_to_do(string code, string? field, bool isTransient, string word)
    {
        using var scene = new VipScene();
        scene.Gateway.Answers(VipSome.Refusal(code, $"echo {VipScene.Secret}"));

        var fault = (await scene.Network.TestAsync(default))[0];
        var exception = (await Assert.ThrowsAsync<NetworkException>(async () => await scene.ListAsync()))!;

        Assert.That(VipErrors.All.Knows(code), Is.True);
        Assert.That((fault.Field, exception.IsTransient, exception.Code), Is.EqualTo((field, isTransient, code)));
        Assert.That(fault.Reason.Zh, Does.Contain(word).And.Contain(code).And.Not.Contain(VipScene.Secret));
        Assert.That(exception.IsQuotaUsedUp, Is.EqualTo(code == "vipapis.app-flow-overrun"));
    }

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("[1]")]
    [TestCase("<html>")]
    [TestCase("""{"returnCode":"0"}""")]
    [TestCase("""{"returnCode":"0","result":{"goodsInfo""")]
    public async Task What_is_no_answer_is_explained(string body)
    {
        using var scene = new VipScene();
        scene.Gateway.Answers(body);

        var exception = await Assert.ThrowsAsync<NetworkException>(async () => await scene.ListAsync());

        Assert.That(exception!.Reason.Zh, Does.Match(@"\p{IsCJKUnifiedIdeographs}{4}"));
    }
}
