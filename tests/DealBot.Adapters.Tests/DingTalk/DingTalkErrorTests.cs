using System.Net;
using System.Text.Json;
using DealBot.Adapters.DingTalk;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests.DingTalk;

public sealed class DingTalkErrorTests
{
    [TestCase(0, typeof(SendResult.Sent), null)]
    [TestCase(-1, typeof(SendResult.RetryAfter), null)]
    [TestCase(130101, typeof(SendResult.Throttled), null)]
    [TestCase(410100, typeof(SendResult.Throttled), null)]
    [TestCase(300001, typeof(SendResult.Rejected), "AccessToken")]
    [TestCase(300005, typeof(SendResult.Rejected), "AccessToken")]
    [TestCase(400101, typeof(SendResult.Rejected), "AccessToken")]
    [TestCase(400013, typeof(SendResult.Blocked), null)]
    [TestCase(400102, typeof(SendResult.Blocked), null)]
    [TestCase(400105, typeof(SendResult.Rejected), null)]
    [TestCase(430101, typeof(SendResult.Rejected), null)]
    [TestCase(460101, typeof(SendResult.Rejected), null)]
    [TestCase(310000, typeof(SendResult.Rejected), null)]
    [TestCase(123456, typeof(SendResult.Rejected), null)]
    public async Task Decides_by_the_code_though_HTTP_says_200(int code, Type outcome, string? field)
    {
        await using var stage = await DingTalkStage.SetAsync();
        stage.Simulator.Faults.AnswerWith(code);

        var result = await stage.SendAsync();

        Assert.That(result, Is.InstanceOf(outcome));
        Assert.That((result as SendResult.Rejected)?.Field, Is.EqualTo(field));
        if (Wording.ReasonOf(result) is { } reason)
        {
            Assert.That(reason.Zh, Does.Contain($"{code}"));
            Assert.That(reason.En, Does.Contain($"{code}"));
        }
    }

    [TestCase("keywords not in content", typeof(SendResult.Rejected), "Keywords")]
    [TestCase("description:关键词不匹配;solution:请联系群管理员", typeof(SendResult.Rejected), "Keywords")]
    [TestCase("sign not match", typeof(SendResult.Rejected), "Secret")]
    [TestCase("description:机器人发送签名不匹配;", typeof(SendResult.Rejected), "Secret")]
    [TestCase("invalid timestamp", typeof(SendResult.Rejected), "Secret")]
    [TestCase("description:机器人发送签名过期;时间戳", typeof(SendResult.Rejected), "Secret")]
    [TestCase("ip 203.0.113.7 not in whitelist", typeof(SendResult.Blocked), null)]
    [TestCase("description:ip 203.0.113.7不在白名单中;", typeof(SendResult.Blocked), null)]
    [TestCase("something new", typeof(SendResult.Rejected), null)]
    public void Tells_the_security_settings_apart_by_the_text_and_shows_none_of_it(string text, Type outcome, string? field)
    {
        var result = Interpret($$"""{"errcode":310000,"errmsg":"{{text}}"}""");

        Assert.That(result, Is.InstanceOf(outcome));
        Assert.That((result as SendResult.Rejected)?.Field, Is.EqualTo(field));
        Assert.That($"{result}", Does.Not.Contain("203.0.113.7"));
    }

    [TestCase("""{"status":1111,"wait":5,"source":"x5","punish":"deny","uuid":"a"}""")]
    [TestCase("""{"punish":"deny"}""")]
    public void Gateway_that_denies_without_a_code_is_left_alone_for_ten_minutes(string answer)
    {
        var result = (SendResult.Throttled)Interpret(answer)!;

        Assert.That((result.Delay, result.IsOwnCount), Is.EqualTo((TimeSpan.FromMinutes(10), false)));
    }

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("""{"errcode":"zero"}""")]
    [TestCase("""{"status":200}""")]
    public void Answer_without_a_code_is_not_taken_for_one(string answer) => Assert.That(Interpret(answer), Is.Null);

    private static SendResult? Interpret(string json)
    {
        using var document = JsonDocument.Parse(json);
        return DingTalkErrors.Interpret(new PlatformAnswer(HttpStatusCode.OK, document.RootElement.Clone()));
    }
}
