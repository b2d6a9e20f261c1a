using DealBot.Adapters.WeCom;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests.WeCom;

public sealed class WeComErrorCodeTests
{
    [TestCase(0, typeof(SendResult.Sent))]
    [TestCase(-1, typeof(SendResult.RetryAfter))]
    [TestCase(45033, typeof(SendResult.RetryAfter))]
    [TestCase(45009, typeof(SendResult.Throttled))]
    [TestCase(93000, typeof(SendResult.Blocked))]
    [TestCase(48002, typeof(SendResult.Blocked))]
    [TestCase(60020, typeof(SendResult.Blocked))]
    [TestCase(40001, typeof(SendResult.Rejected))]
    [TestCase(40007, typeof(SendResult.Rejected))]
    [TestCase(40008, typeof(SendResult.Rejected))]
    [TestCase(40009, typeof(SendResult.Rejected))]
    [TestCase(40014, typeof(SendResult.Rejected))]
    [TestCase(40033, typeof(SendResult.Rejected))]
    [TestCase(40058, typeof(SendResult.Rejected))]
    [TestCase(40063, typeof(SendResult.Rejected))]
    [TestCase(41006, typeof(SendResult.Rejected))]
    [TestCase(42001, typeof(SendResult.Rejected))]
    [TestCase(44004, typeof(SendResult.Rejected))]
    [TestCase(45002, typeof(SendResult.Rejected))]
    [TestCase(45008, typeof(SendResult.Rejected))]
    [TestCase(45034, typeof(SendResult.Rejected))]
    [TestCase(301024, typeof(SendResult.Rejected))]
    [TestCase(81017, typeof(SendResult.Rejected))]
    [TestCase(84061, typeof(SendResult.Rejected))]
    [TestCase(84074, typeof(SendResult.Rejected))]
    [TestCase(86001, typeof(SendResult.Rejected))]
    [TestCase(86003, typeof(SendResult.Rejected))]
    [TestCase(123456, typeof(SendResult.Rejected))]
    public async Task Decides_by_the_code_though_HTTP_says_200(int code, Type outcome)
    {
        await using var stage = await WeComStage.SetAsync();
        stage.Simulator.Faults.AnswerWith(code);

        var result = await stage.SendAsync();

        Assert.That(result, Is.InstanceOf(outcome));
        if (Wording.ReasonOf(result) is { } reason)
        {
            Assert.That(reason.Zh, Does.Contain($"{code}"));
            Assert.That(reason.En, Does.Contain($"{code}"));
        }
    }

    [Test]
    public async Task Pauses_the_robot_for_at_least_a_minute_when_over_the_quota()
    {
        await using var stage = await WeComStage.SetAsync();
        stage.Simulator.Faults.AnswerWith(45009);

        var result = (SendResult.Throttled)await stage.SendAsync();

        Assert.That(result.Delay, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(60)));
    }

    [Test]
    public async Task A_message_that_is_too_long_does_not_stop_the_robot_though_the_code_is_that_of_a_bad_key()
    {
        using var http = new HttpClient(new CannedAnswer("""{"errcode":93000,"errmsg":"content exceed max length. hint: [1], from ip: 203.0.113.9"}"""));
        var adapter = new WeComAdapter(WeComStage.OptionsFor(new Uri("https://wecom.example")), http, new ManualTime());

        var result = (SendResult.Rejected)await adapter.SendAsync(Some.Request("main"), CancellationToken.None);

        Assert.That((result.Field, result.Reason.Zh), Is.EqualTo(((string?)null, "消息过长，请缩短模板（errcode 93000）")));
    }

    [TestCase(40001)]
    [TestCase(40014)]
    [TestCase(42001)]
    public async Task Names_the_key_when_the_credential_is_refused(int code)
    {
        await using var stage = await WeComStage.SetAsync();
        stage.Simulator.Faults.AnswerWith(code);

        var result = (SendResult.Rejected)await stage.SendAsync();

        Assert.That(result.Field, Is.EqualTo("Key"));
    }

    [Test]
    public async Task Tells_the_owner_to_add_the_robot_again_when_the_platform_does_not_know_the_key()
    {
        await using var stage = await WeComStage.SetAsync();
        var adapter = stage.NewAdapter(key: "00000000-0000-0000-0000-000000000000");

        var result = await adapter.SendAsync(Some.Request("main"), CancellationToken.None);

        Assert.That(Wording.ReasonOf(result)!.Zh, Does.StartWith("机器人 key 无效或机器人已被移出群，请在群里重新添加机器人并更新 Key"));
    }
}
