using DealBot.Contracts;
using DealBot.Networks.Taobao;

namespace DealBot.Networks.Tests.Taobao;

public sealed class TaobaoErrorsTests
{
    private static readonly int[] GatewayCodes = [7, 9, 10, 11, 12, 15, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 40, 41, 42, 43];

    [TestCaseSource(nameof(GatewayCodes))]
    public async Task Every_documented_code_is_explained_in_both_languages(int code)
    {
        var exception = await RefusedAsync(TaobaoSome.Refusal(code, "Words of the platform", "isv.some-other", "平台的话"));

        Assert.That(exception.Reason.Zh, Does.Contain("平台的话").And.Match(@"\p{IsCJKUnifiedIdeographs}{4}"));
        Assert.That(exception.Reason.En, Does.Contain("Taobao says"));
        Assert.That(exception.Reason.Zh, Does.Not.Contain("不在已知列表中"));
    }

    [TestCase(29, "Invalid app Key", "isv.appkey-not-exists", null, "AppKey")]
    [TestCase(25, "Invalid signature", null, null, "AppSecret")]
    [TestCase(11, "Insufficient isv permissions", "isv.permission-api-package-limit", "scope ids is 1", null, "申请", "淘宝客")]
    [TestCase(50, "Remote service error", "isv.invalid-parameter", "非法参数", null, "Pid")]
    [TestCase(15, "Remote service error", "isv.invalid-parameter", "adzone_id不合法", "Pid", "mm_1_2_3")]
    [TestCase(15, "Remote service error", "1", "PID错误", "Pid", "推广位")]
    [TestCase(15, "Remote service error", "isv.pid-not-correct", null, "Pid", "推广位")]
    [TestCase(15, "Remote service error", "isv.invalid-parameter", "relation_id错误", "RelationIds", "渠道备案")]
    [TestCase(15, "Remote service error", "2", "媒体未备案", "Pid", "媒体备案")]
    [TestCase(15, "Remote service error", "isv.invalid-parameter", "查询时间间隔不能超过3小时", "OrderWindowMinutes", "20")]
    [TestCase(22, "Invalid Method", null, null, "Gateway")]
    [TestCase(31, "Invalid Timestamp", null, null, null, "10 分钟")]
    public async Task A_refusal_says_which_field_or_form_is_at_fault(int code, string message, string? subCode, string? subMessage, string? field, params string[] words)
    {
        using var scene = new TaobaoScene();
        scene.Gateway.Answers(TaobaoSome.Refusal(code, message, subCode, subMessage));

        var fault = (await scene.Network.TestAsync(CancellationToken.None)).Single();

        Assert.That(fault.Field, Is.EqualTo(field));
        foreach (var word in words)
        {
            Assert.That(fault.Reason.Zh, Does.Contain(word));
        }
    }

    [TestCase(7, "accesscontrol.limited-by-api-access-count", true, true)]
    [TestCase(7, null, true, true)]
    [TestCase(10, null, true, false)]
    [TestCase(15, "isp.top-remote-connection-timeout", true, false)]
    [TestCase(15, "isv.some-other", false, false)]
    public async Task What_passes_by_itself_is_told_from_what_does_not(int code, string? subCode, bool isTransient, bool isQuota)
    {
        var exception = await RefusedAsync(TaobaoSome.Refusal(code, "Words", subCode, "平台的话"));

        Assert.That((exception.IsTransient, exception.IsQuotaUsedUp), Is.EqualTo((isTransient, isQuota)));
    }

    [Test]
    public async Task An_unknown_code_comes_with_the_platforms_own_words()
    {
        var exception = await RefusedAsync(TaobaoSome.Refusal(4711, "Words of the platform", "isv.new", "全新的错误"));

        Assert.That(exception.Reason.Zh, Does.Contain("不在已知列表中").And.Contain("全新的错误").And.Contain("4711"));
    }

    [Test]
    public async Task A_secret_that_comes_back_is_not_repeated()
    {
        var exception = await RefusedAsync(TaobaoSome.Refusal(25, $"Invalid signature {TaobaoScene.Secret}"));

        Assert.That(exception.ToString() + exception.Reason.Zh, Does.Not.Contain(TaobaoScene.Secret));
    }

    [Test]
    public void An_account_shows_no_secret() => Assert.That($"{TaobaoScene.Account()}", Does.Contain("mm_98000001").And.Not.Contain(TaobaoScene.Secret));

    private static async Task<NetworkException> RefusedAsync(string body)
    {
        using var scene = new TaobaoScene();
        scene.Gateway.Answers(body);
        return (await Assert.ThrowsAsync<NetworkException>(() => scene.ListAsync()))!;
    }
}
