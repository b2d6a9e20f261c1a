using System.Net;
using DealBot.Adapters.Feishu;
using DealBot.Contracts;
using DealBot.Simulators.Chat;

namespace DealBot.Adapters.Tests.Feishu;

public sealed class FeishuPictureTests
{
    [Test]
    public async Task Without_an_app_a_robot_takes_no_pictures_and_says_so_beforehand()
    {
        await using var stage = await FeishuStage.SetAsync(hasApp: false);

        Assert.That((stage.Adapter.Limits.Kinds | stage.Adapter.LimitsFor("main").Kinds) & (MessageKinds.Image | MessageKinds.Captioned), Is.EqualTo(MessageKinds.None));
        Assert.That(await stage.SendAsync(Some.Picture), Is.InstanceOf<SendResult.Rejected>());
    }

    [Test]
    public async Task A_token_serves_many_uploads_and_is_asked_for_again_before_it_ends()
    {
        await using var stage = await FeishuStage.SetAsync();
        await stage.SendAsync(Some.Picture);
        await stage.SendAsync(Some.Picture);
        Assert.That(stage.Simulator.TokensGiven, Is.EqualTo(1));

        stage.Time.Advance(TimeSpan.FromMinutes(116));
        await stage.SendAsync(Some.Picture);

        Assert.That(stage.Simulator.TokensGiven, Is.EqualTo(2));
        Assert.That(stage.Simulator.Received, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_token_that_ended_before_its_time_is_asked_for_again_and_the_picture_is_sent()
    {
        await using var stage = await FeishuStage.SetAsync();
        await stage.SendAsync(Some.Picture);
        stage.Simulator.RevokeTokens();

        Assert.That(await stage.SendAsync(Some.Picture), Is.InstanceOf<SendResult.Sent>());
        Assert.That(stage.Simulator.TokensGiven, Is.EqualTo(2));
    }

    [Test]
    public async Task Credentials_that_Feishu_does_not_know_are_named_when_sending_and_by_the_check()
    {
        await using var stage = await FeishuStage.SetAsync();
        var adapter = stage.NewAdapter(appSecret: "wrong0123456789");

        var result = (SendResult.Rejected)await adapter.SendAsync(Some.Request("main", Some.Picture), CancellationToken.None);
        var report = await adapter.TestAsync("main", CancellationToken.None);

        Assert.That(result.Field, Is.EqualTo("AppSecret"));
        Assert.That((report.Reach, report.Faults.Single().Field), Is.EqualTo((Reach.Failed, "AppSecret")));
        Assert.That($"{result} {report.Faults.Single()}", Does.Not.Contain("wrong0123456789"));
        Assert.That(stage.Calls, Is.Zero);
    }

    /// <summary>Only the second call is a message: however the first one fails, nothing was posted.</summary>
    [TestCaseSource(nameof(Faults))]
    public async Task A_picture_that_is_not_taken_is_certainly_not_sent(Action<ChatFaults> cause)
    {
        await using var stage = await FeishuStage.SetAsync();
        await stage.SendAsync(Some.Picture);
        cause(stage.Simulator.OtherFaults);

        var result = await stage.SendAsync(Some.Picture);

        Assert.That(result, Is.InstanceOf<SendResult.RetryAfter>());
        Assert.That(stage.Calls, Is.EqualTo(1), "the message of the first picture");
    }

    [Test]
    public async Task An_app_without_the_permission_is_told_what_it_lacks()
    {
        await using var stage = await FeishuStage.SetAsync();
        await stage.SendAsync(Some.Picture);
        stage.Simulator.OtherFaults.AnswerWith(99991672);
        stage.Simulator.OtherFaults.Slow(TimeSpan.Zero);
        stage.Simulator.OtherFaults.AnswerWith(99991672);

        var result = (SendResult.Rejected)await stage.SendAsync(Some.Picture);

        Assert.That(result.Field, Is.EqualTo("AppId"));
        Assert.That(result.Reason.Zh, Does.Contain("im:resource"));
    }

    [TestCase("""{"code":99991400,"msg":"request trigger frequency limit"}""", HttpStatusCode.BadRequest)]
    [TestCase("""{"code":99991400,"msg":"request trigger frequency limit"}""", HttpStatusCode.TooManyRequests)]
    [TestCase("""{"code":1061045,"msg":"internal error"}""", HttpStatusCode.InternalServerError)]
    public async Task A_fault_of_the_moment_says_nothing_of_the_app_or_the_picture(string answer, HttpStatusCode status)
    {
        using var http = new HttpClient(new CannedAnswer(answer, status));

        Assert.That(await SendPictureAsync(http), Is.InstanceOf<SendResult.RetryAfter>());
    }

    [TestCase(long.MaxValue)]
    [TestCase(long.MinValue)]
    public async Task A_life_of_a_token_that_cannot_be_is_no_fault_of_the_message(long seconds)
    {
        using var http = new HttpClient(new CannedAnswer($$$"""{"code":0,"tenant_access_token":"t","expire":{{{seconds}}},"data":{"image_key":"img_1"}}"""));

        Assert.That(await SendPictureAsync(http), Is.InstanceOf<SendResult.Sent>());
    }

    [Test]
    public async Task The_calls_of_a_picture_are_shown_without_its_bytes_and_secrets()
    {
        await using var stage = await FeishuStage.SetAsync();

        var calls = stage.Adapter.Preview(Some.Request("main", new OutgoingMessage.Captioned(Some.Picture, "好价")));

        Assert.That(calls.Select(call => call.Address.Split("/open-apis/")[1]), Is.EqualTo(new[] { "auth/v3/tenant_access_token/internal", "im/v1/images", "bot/v2/hook/***" }));
        Assert.That(calls[1].Body, Is.EqualTo("image_type: message; image: image/png, 70 bytes"));
        foreach (var secret in stage.Secrets)
            Assert.That(string.Join(' ', calls), Does.Not.Contain(secret));
    }

    private static Task<SendResult> SendPictureAsync(HttpClient http) =>
        new FeishuAdapter(FeishuStage.OptionsFor(new Uri("https://feishu.example")), http, new ManualTime()).SendAsync(Some.Request("main", Some.Picture), CancellationToken.None);

    private static IEnumerable<TestCaseData> Faults()
    {
        yield return new TestCaseData((Action<ChatFaults>)(faults => faults.BadGateway())).SetArgDisplayNames("BadGateway");
        yield return new TestCaseData((Action<ChatFaults>)(faults => faults.Html())).SetArgDisplayNames("Html");
        yield return new TestCaseData((Action<ChatFaults>)(faults => faults.DropBeforeAccepting())).SetArgDisplayNames("DropBefore");
        yield return new TestCaseData((Action<ChatFaults>)(faults => faults.DropAfterAccepting())).SetArgDisplayNames("DropAfter");
        yield return new TestCaseData((Action<ChatFaults>)(faults => faults.CutAnswer())).SetArgDisplayNames("CutAnswer");
        yield return new TestCaseData((Action<ChatFaults>)(faults => faults.TooManyRequests("90"))).SetArgDisplayNames("TooManyRequests");
    }
}
