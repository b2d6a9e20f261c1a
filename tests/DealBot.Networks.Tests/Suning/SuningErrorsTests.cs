using DealBot.Contracts;
using DealBot.Networks.Suning;

namespace DealBot.Networks.Tests.Suning;

public sealed class SuningErrorsTests
{
    [TestCase("sys.check.sign:invalid", "AppSecret", false, "AppSecret")]
    [TestCase("sys.check.app-sign:error", "AppSecret", false, "AppSecret")]
    [TestCase("sys.check.app-sign:null", "AppSecret", false, "AppSecret")]
    [TestCase("sys.check.app-key:inexistence", "AppKey", false, "open.suning.com")]
    [TestCase("sys.check.request-time:overdue", null, false, "10 分钟")]
    [TestCase("sys.check.flow:overrun", null, true, "超频")]
    [TestCase("sys.check.api-permission:authority", null, false, "申请")]
    [TestCase("sys.check.method-permission:authority", null, false, "申请")]
    [TestCase("sys.check.oauth-permission:authority", "AppKey", false, "授权")]
    [TestCase("sys.oauth.check.access_token:overdue", "AppKey", false, "重新授权")]
    [TestCase("sys.oauth.check.access_token:inexistence", "AppKey", false, "重新授权")]
    public async Task Every_known_code_says_what_to_do(string code, string? field, bool isTransient, string word)
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.Refusal(code, $"echo {SuningScene.Secret}"));

        var fault = (await scene.Network.TestAsync(default))[0];
        var exception = (await Assert.ThrowsAsync<NetworkException>(async () => await scene.ListAsync()))!;

        Assert.That(SuningErrors.All.Knows(code), Is.True);
        Assert.That((fault.Field, exception.IsTransient, exception.Code), Is.EqualTo((field, isTransient, code)));
        Assert.That(fault.Reason.Zh, Does.Contain(word).And.Contain(code).And.Not.Contain(SuningScene.Secret));
    }

    [Test]
    public async Task What_is_in_no_table_is_told_in_Sunings_own_words()
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.Refusal("biz.custompromotionurl.adBookId-format:error", "推广位不存在"));

        var refused = (LinkResult.Refused)await scene.ConvertAsync();

        Assert.That(refused.AccountFault, Is.False);
        Assert.That(refused.Reason.Zh, Does.Contain("推广位不存在").And.Contain("biz.custompromotionurl.adBookId-format:error"));
    }

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("<html>")]
    [TestCase("""{"sn_responseContent":{"sn_head":{}}}""")]
    [TestCase("""{"sn_responseContent":""")]
    public async Task What_is_no_answer_is_explained(string body)
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(body);

        var exception = await Assert.ThrowsAsync<NetworkException>(async () => await scene.ListAsync());

        Assert.That(exception!.Reason.Zh, Does.Match(@"\p{IsCJKUnifiedIdeographs}{4}"));
    }
}
