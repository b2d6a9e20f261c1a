using System.Net;
using DealBot.Adapters.OneBot;
using DealBot.Contracts;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Adapters.Tests.OneBot;

/// <summary>What each answer of a bridge does to the message, whichever dialect it comes in.</summary>
public sealed class OneBotReplyTests
{
    private const string Event = "EventChecker Failed: NTEvent serviceAndMethod:NodeIKernelMsgService/sendMsg EventRet: { \\\"result\\\": 120, \\\"errMsg\\\": \\\"\\\" }";

    [TestCase("""{"status":"ok","retcode":0,"data":{"message_id":7}}""", "7")]
    [TestCase("""{"status":"ok","retcode":0,"data":{"message_id":-7,"res_id":"r","forward_id":"f"},"message":"","wording":"","echo":null,"stream":"normal-action"}""", "-7")]
    [TestCase("""{"status":"ok","retcode":0,"data":null}""", null)]
    [TestCase("""{"status":"async","retcode":1,"data":null}""", null)]
    public async Task Is_sent_when_the_code_says_so(string answer, string? id) =>
        Assert.That(await SendAsync(answer), Is.EqualTo(new SendResult.Sent(id)));

    [TestCase("", 401, nameof(OneBotBot.AccessToken))]
    [TestCase("", 403, nameof(OneBotBot.AccessToken))]
    [TestCase("""{"message":"token verify failed!"}""", 403, nameof(OneBotBot.AccessToken))]
    [TestCase("", 404, nameof(OneBotBot.Url))]
    [TestCase("Upgrade Required", 426, nameof(OneBotBot.Url))]
    [TestCase("""{"status":"failed","retcode":1401,"data":null}""", 200, nameof(OneBotBot.AccessToken))]
    [TestCase("""{"status":"failed","retcode":1403,"data":null}""", 200, nameof(OneBotBot.AccessToken))]
    [TestCase("""{"status":"failed","retcode":1404,"data":null}""", 200, nameof(OneBotBot.Url))]
    [TestCase("""{"status":"failed","retcode":200,"data":null,"message":"不支持的API send_group_msg"}""", 200, nameof(OneBotBot.Url))]
    public async Task A_setting_at_fault_is_named(string answer, int status, string field)
    {
        var result = (SendResult.Rejected)await SendAsync(answer, status);

        Assert.That((result.Field, result.OnlyThisAddress), Is.EqualTo((field, false)));
    }

    [TestCase("Invalid JSON", 400)]
    [TestCase("", 406)]
    [TestCase("""{"status":"failed","retcode":1400,"data":null,"message":"message 不能为空"}""", 200)]
    [TestCase("""{"status":"failed","retcode":400,"data":null,"message":"message 不能为空"}""", 200)]
    [TestCase("""{"status":"failed","retcode":1200,"data":null,"message":"消息体无法解析"}""", 200)]
    [TestCase("""{"status":"failed","retcode":102,"data":null}""", 200)]
    [TestCase("""{"status":"failed","retcode":1,"data":null,"message":"消息体无法解析"}""", 200)]
    [TestCase("""{"status":"failed","retcode":0,"data":null,"message":"消息体无法解析"}""", 200)]
    public async Task A_message_that_is_refused_says_nothing_of_the_account(string answer, int status)
    {
        var result = (SendResult.Rejected)await SendAsync(answer, status);

        Assert.That(result.Field, Is.Null);
        Assert.That(result.Reason.Zh, Does.Contain("retcode"));
    }

    [TestCase("""{"status":"failed","retcode":1200,"message":"Timeout: NTEvent serviceAndMethod:NodeIKernelMsgService/sendMsg EventRet: { \"result\": 0, \"errMsg\": \"\" }"}""")]
    [TestCase("""{"status":"failed","retcode":200,"message":"Error: sendMsg Timeout","wording":"Error: sendMsg Timeout"}""")]
    [TestCase("""{"status":"failed","retcode":200,"message":"发送消息超时"}""")]
    [TestCase("""{"status":"failed","retcode":1200,"message":"EventRet:\n{\n    \"result\": 0,\n    \"errMsg\": \"\"\n}"}""")]
    public async Task Risk_control_is_unknown_and_makes_the_account_quiet(string answer)
    {
        var result = (SendResult.Unknown)await SendAsync(answer);

        Assert.That(result.AccountPause, Is.EqualTo(TimeSpan.FromMinutes(30)));
        Assert.That(result.Reason.Zh, Does.Contain("风控"));
        Assert.That(result.Reason.En, Does.Contain("risk control"));
    }

    [TestCase($$"""{"status":"failed","retcode":1200,"message":"{{Event}}"}""")]
    [TestCase("""{"status":"failed","retcode":100,"msg":"SEND_MSG_API_ERROR","wording":"机器人被禁言"}""")]
    public async Task Muted_in_one_group_the_bot_goes_on_in_others(string answer)
    {
        var result = (SendResult.Blocked)await SendAsync(answer);

        Assert.That(result.OnlyThisAddress, Is.True);
        Assert.That(result.Reason.Zh, Does.Contain("禁言"));
    }

    [TestCase("""{"status":"failed","retcode":1200,"message":"EventRet: { \"result\": 110, \"errMsg\": \"发送失败，你已被移出该群，请重新加群。\" }"}""")]
    [TestCase("""{"status":"failed","retcode":100,"msg":"GROUP_NOT_FOUND","wording":"群聊不存在"}""")]
    public async Task Removed_from_a_group_the_bot_goes_on_in_others(string answer)
    {
        var result = (SendResult.Rejected)await SendAsync(answer);

        Assert.That((result.OnlyThisAddress, result.Field), Is.EqualTo((true, nameof(OneBotGroup.GroupId))));
    }

    [Test]
    public async Task The_code_that_may_mean_risk_control_stops_the_account()
    {
        var result = (SendResult.Blocked)await SendAsync("""{"status":"failed","retcode":100,"msg":"SEND_MSG_API_ERROR","wording":"请参考 go-cqhttp 端输出"}""");

        Assert.That(result.OnlyThisAddress, Is.False);
        Assert.That(result.Reason.Zh, Does.Contain("风控"));
    }

    [Test]
    public async Task A_picture_that_could_not_be_uploaded_is_tried_again() => Assert.That(
        await SendAsync("""{"status":"failed","retcode":1200,"message":"EventRet: { \"result\": -1, \"errMsg\": \"rich media transfer failed\" }"}"""),
        Is.InstanceOf<SendResult.RetryAfter>());

    [TestCase("{}", 200)]
    [TestCase("[]", 200)]
    [TestCase("NapCat4 Is Running", 200)]
    [TestCase("""{"status":"ok"}""", 200)]
    [TestCase("""{"status":"ok","retcode":0}""", 500)]
    [TestCase("", 302)]
    public async Task An_answer_that_is_no_bridges_leaves_the_outcome_unknown(string answer, int status)
    {
        var result = (SendResult.Unknown)await SendAsync(answer, status);

        Assert.That(result.AccountPause, Is.Null);
    }

    [TestCase("""{"status":"failed","retcode":200,"message":"不支持的API send_group_forward_msg"}""", 200)]
    [TestCase("", 404)]
    public async Task A_bridge_without_forwarded_messages_is_told_from_a_wrong_address(string answer, int status)
    {
        using var http = new HttpClient(new CannedAnswer(answer, (HttpStatusCode)status));
        var options = OneBotStage.OptionsFor(new Uri("http://127.0.0.1:3000"));
        options = options with { Groups = new Dictionary<string, OneBotGroup> { ["main"] = options.Groups["main"] with { Forward = true } } };

        var result = (SendResult.Rejected)await Adapter(options, http).SendAsync(Some.Request("main"), CancellationToken.None);

        Assert.That((result.Field, result.OnlyThisAddress), Is.EqualTo((nameof(OneBotGroup.Forward), true)));
    }

    [TestCase("http://napcat.example:3000", true)]
    [TestCase("https://napcat.example", false)]
    [TestCase("http://127.0.0.1:3000", false)]
    public async Task A_way_to_the_bridge_that_others_may_listen_to_is_told(string url, bool isTold)
    {
        using var http = new HttpClient(new CannedAnswer("""{"status":"ok","retcode":0,"data":{"nickname":"小助手","online":true,"group_name":"宝妈群","member_count":5}}"""));

        var report = await Adapter(OneBotStage.OptionsFor(new Uri(url)), http).TestAsync("main", CancellationToken.None);

        Assert.That((report.Reach, report.Note!.Zh.Contains("没有加密", StringComparison.Ordinal)), Is.EqualTo((Reach.Proven, isTold)));
    }

    private static async Task<SendResult> SendAsync(string answer, int status = 200)
    {
        using var http = new HttpClient(new CannedAnswer(answer, (HttpStatusCode)status));
        return await Adapter(OneBotStage.OptionsFor(new Uri("http://127.0.0.1:3000")), http).SendAsync(Some.Request("main"), CancellationToken.None);
    }

    private static OneBotAdapter Adapter(OneBotOptions options, HttpClient http) => new(options, http, new ManualTime(), NullLogger<OneBotAdapter>.Instance);
}
