using DealBot.Contracts;
using DealBot.Simulators.Chat;

namespace DealBot.Adapters.Tests.WeComTask;

public sealed class WeComTaskSendTests
{
    private static readonly TestCaseData[] LostCalls =
    [
        Lost("dropped", faults => faults.DropBeforeAccepting()),
        Lost("truncated", faults => faults.TruncatedJson()),
        Lost("HTML", faults => faults.Html()),
        Lost("bad gateway", faults => faults.BadGateway()),
        Lost("busy", faults => faults.AnswerWith(-1)),
    ];

    private WeComTaskStage _stage = null!;

    [SetUp]
    public async Task SetStage() => _stage = await WeComTaskStage.SetAsync();

    [TearDown]
    public async Task CloseStage() => await _stage.DisposeAsync();

    [Test]
    public async Task A_task_awaits_the_owner_by_name()
    {
        var result = (SendResult.Awaiting)await _stage.SendAsync();

        var task = _stage.Simulator.Tasks.Single();
        Assert.That((result.TaskId, task.Sender, task.ChatId), Is.EqualTo((task.Id, WeComTaskStage.Owner, WeComTaskStage.ChatId)));
        Assert.That(result.Reason.Zh, Does.Contain(WeComTaskStage.Owner));
    }

    [TestCase("foreign")]
    [TestCase("gone")]
    public async Task A_group_that_WeCom_made_no_task_for_is_refused_and_the_owners_others_go_on(string address)
    {
        var result = (SendResult.Rejected)await _stage.SendAsync(address: address);

        Assert.That(result.OnlyThisAddress, Is.True);
        Assert.That(_stage.Simulator.Tasks, Is.Empty);
        Assert.That(await _stage.SendAsync(), Is.InstanceOf<SendResult.Awaiting>());
    }

    [Test]
    public async Task A_group_whose_month_is_used_up_is_refused()
    {
        await using var stage = await WeComTaskStage.SetAsync(messagesPerMonth: 1);
        await stage.SendAsync();

        Assert.That(await stage.SendAsync(), Is.InstanceOf<SendResult.Rejected>());
    }

    [TestCase(-1, typeof(SendResult.RetryAfter), null)]
    [TestCase(45033, typeof(SendResult.RetryAfter), null)]
    [TestCase(45009, typeof(SendResult.Throttled), null)]
    [TestCase(48002, typeof(SendResult.Blocked), null)]
    [TestCase(60020, typeof(SendResult.Blocked), null)]
    [TestCase(40001, typeof(SendResult.Rejected), "Secret")]
    [TestCase(40013, typeof(SendResult.Rejected), "CorpId")]
    [TestCase(86001, typeof(SendResult.Rejected), "ChatId")]
    [TestCase(86003, typeof(SendResult.Rejected), "ChatId")]
    [TestCase(40007, typeof(SendResult.Rejected), null)]
    [TestCase(40008, typeof(SendResult.Rejected), null)]
    [TestCase(40009, typeof(SendResult.Rejected), null)]
    [TestCase(40033, typeof(SendResult.Rejected), null)]
    [TestCase(40058, typeof(SendResult.Rejected), null)]
    [TestCase(40063, typeof(SendResult.Rejected), null)]
    [TestCase(41006, typeof(SendResult.Rejected), null)]
    [TestCase(44004, typeof(SendResult.Rejected), null)]
    [TestCase(45002, typeof(SendResult.Rejected), null)]
    [TestCase(45008, typeof(SendResult.Rejected), null)]
    [TestCase(45034, typeof(SendResult.Rejected), null)]
    [TestCase(81013, typeof(SendResult.Rejected), null)]
    [TestCase(81017, typeof(SendResult.Rejected), null)]
    [TestCase(84061, typeof(SendResult.Rejected), null)]
    [TestCase(84074, typeof(SendResult.Rejected), null)]
    [TestCase(123456, typeof(SendResult.Rejected), null)]
    public async Task Decides_by_the_code_though_HTTP_says_200(int code, Type outcome, string? field)
    {
        _stage.Simulator.Faults.AnswerWith(code);

        var result = await _stage.SendAsync();

        Assert.That(result, Is.InstanceOf(outcome));
        Assert.That((result as SendResult.Rejected)?.Field, Is.EqualTo(field));
        Assert.That(Wording.ReasonOf(result)!.Zh, Does.Contain($"{code}"));
    }

    [TestCaseSource(nameof(LostCalls))]
    public async Task Without_a_token_certainly_nothing_is_sent(Action<ChatFaults> cause)
    {
        cause(_stage.Simulator.OtherFaults);

        var result = await _stage.SendAsync();

        Assert.That(result, Is.InstanceOf<SendResult.RetryAfter>());
        Assert.That(Wording.ReasonOf(result)!.En, Does.Not.Contain(WeComTaskStage.Secret));
        Assert.That(_stage.Calls, Is.Zero);
    }

    [TestCaseSource(nameof(LostCalls))]
    public async Task Without_its_picture_certainly_nothing_is_sent(Action<ChatFaults> cause)
    {
        await _stage.Adapter.CountMembersAsync("main", CancellationToken.None);
        cause(_stage.Simulator.OtherFaults);

        Assert.That(await _stage.SendAsync(Some.Picture), Is.InstanceOf<SendResult.RetryAfter>());
        Assert.That(_stage.Calls, Is.Zero);
    }

    [Test]
    public async Task A_title_is_cut_between_characters()
    {
        await _stage.SendAsync(Some.News(title: new string('好', 100)));

        Assert.That(_stage.Simulator.Tasks.Single().LinkTitle, Is.EqualTo(new string('好', 41) + "…"));
    }

    [Test]
    public void Shows_the_upload_and_the_task()
    {
        var calls = _stage.Adapter.Preview(Some.Request("main", new OutgoingMessage.Captioned(Some.Picture, "好价")));

        Assert.That(calls.Select(call => new Uri(call.Address).PathAndQuery), Is.EqualTo(new[]
        {
            "/cgi-bin/media/upload?type=image&access_token=***", "/cgi-bin/externalcontact/add_msg_template?access_token=***",
        }));
        Assert.That(calls[1].Body, Does.Contain("\"text\":{\"content\":\"好价\"},\"attachments\":[{\"msgtype\":\"image\",\"image\":{\"media_id\":\"(media_id)\"}}]"));
    }

    private static TestCaseData Lost(string name, Action<ChatFaults> cause) => new TestCaseData(cause).SetArgDisplayNames(name);
}
