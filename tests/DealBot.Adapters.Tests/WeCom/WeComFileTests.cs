using DealBot.Adapters.WeCom;
using DealBot.Contracts;
using DealBot.Simulators.Chat;

namespace DealBot.Adapters.Tests.WeCom;

/// <summary>A file is two calls: an upload, of which nobody sees anything, and the message.</summary>
public sealed class WeComFileTests
{
    private static readonly OutgoingMessage.File Statement = new("账单,金额\n"u8.ToArray(), "对账单 \"6月\".csv");

    private static readonly TestCaseData[] LostUploads =
    [
        Lost("refused", faults => faults.DropBeforeAccepting()),
        Lost("dropped after", faults => faults.DropAfterAccepting()),
        Lost("cut", faults => faults.CutAnswer()),
        Lost("truncated", faults => faults.TruncatedJson()),
        Lost("HTML", faults => faults.Html()),
        Lost("bad gateway", faults => faults.BadGateway()),
        Lost("429", faults => faults.TooManyRequests("90")),
    ];

    private WeComStage _stage = null!;

    [SetUp]
    public async Task SetStage() => _stage = await WeComStage.SetAsync();

    [TearDown]
    public async Task CloseStage() => await _stage.DisposeAsync();

    [TestCaseSource(nameof(LostUploads))]
    public async Task Is_certainly_not_sent_when_the_upload_is_lost(Action<ChatFaults> cause)
    {
        cause(_stage.Simulator.OtherFaults);

        var result = await _stage.SendAsync(Statement);

        Assert.That(result, Is.InstanceOf<SendResult.RetryAfter>());
        Assert.That(Wording.ReasonOf(result)!.En, Does.Not.Contain(RobotKeys.One));
        Assert.That(_stage.Calls, Is.Zero);
    }

    [TestCase(-1, typeof(SendResult.RetryAfter))]
    [TestCase(45009, typeof(SendResult.Throttled))]
    [TestCase(93000, typeof(SendResult.Blocked))]
    [TestCase(40058, typeof(SendResult.Rejected))]
    public async Task Is_what_the_code_of_the_upload_says(int code, Type outcome)
    {
        _stage.Simulator.OtherFaults.AnswerWith(code);

        Assert.That(await _stage.SendAsync(Statement), Is.InstanceOf(outcome));
        Assert.That(_stage.Calls, Is.Zero);
    }

    [Test]
    public async Task Is_unknown_when_the_message_is_lost()
    {
        _stage.Simulator.Faults.DropAfterAccepting();

        Assert.That(await _stage.SendAsync(Statement), Is.InstanceOf<SendResult.Unknown>());
    }

    [Test]
    public async Task Refuses_a_file_that_is_too_small_for_WeCom_without_a_call()
    {
        var result = await _stage.SendAsync(new OutgoingMessage.File("12345"u8.ToArray(), "1.csv"));

        Assert.That(result, Is.InstanceOf<SendResult.Rejected>());
        Assert.That(_stage.Calls, Is.Zero);
    }

    [Test]
    public void Shows_both_calls_before_they_are_made()
    {
        var calls = _stage.Adapter.Preview(Some.Request("main", Statement));

        Assert.That(calls.Select(call => new Uri(call.Address).PathAndQuery), Is.EqualTo(new[]
        {
            "/cgi-bin/webhook/upload_media?key=***&type=file", "/cgi-bin/webhook/send?key=***",
        }));
        Assert.That(calls[1].Body, Is.EqualTo("""{"msgtype":"file","file":{"media_id":"(media_id)"}}"""));
    }

    [Test]
    public void Shows_a_picture_by_its_kind_and_size()
    {
        var call = _stage.Adapter.Preview(Some.Request("main", Some.Picture)).Single();

        Assert.That(call.Body, Is.EqualTo("""{"msgtype":"image","image":{"base64":"(image/png, 70 bytes)","md5":"b357a19c87624c7c4d131aeeb4ae677f"}}"""));
    }

    private static TestCaseData Lost(string name, Action<ChatFaults> cause) => new TestCaseData(cause).SetArgDisplayNames(name);
}
