using DealBot.Contracts;

namespace DealBot.Adapters.Tests.WeComTask;

/// <summary>Messages of the application to a member of the company: nobody has to confirm those.</summary>
public sealed class WeComTaskMemberTests
{
    private WeComTaskStage _stage = null!;

    [SetUp]
    public async Task SetStage() => _stage = await WeComTaskStage.SetAsync();

    [TearDown]
    public async Task CloseStage() => await _stage.DisposeAsync();

    [Test]
    public async Task Text_and_pictures_are_sent_at_once()
    {
        Assert.That(await _stage.SendAsync(new OutgoingMessage.Text("日报 😀"), "boss"), Is.InstanceOf<SendResult.Sent>());
        Assert.That(await _stage.SendAsync(Some.Picture, "boss"), Is.InstanceOf<SendResult.Sent>());

        var (text, picture) = (_stage.Simulator.Messages[0], _stage.Simulator.Messages[1]);
        Assert.That((text.UserId, text.Text), Is.EqualTo((WeComTaskStage.Owner, "日报 😀")));
        Assert.That(picture.Picture!.Value.ToArray(), Is.EqualTo(Some.Png));
    }

    [Test]
    public async Task Keeps_the_shorter_text_of_such_messages()
    {
        var limits = _stage.Adapter.LimitsFor("boss");

        Assert.That(await _stage.SendAsync(new OutgoingMessage.Text(new string('a', limits.TextLength)), "boss"), Is.InstanceOf<SendResult.Sent>());
        Assert.That(await _stage.SendAsync(new OutgoingMessage.Text(new string('a', limits.TextLength + 1)), "boss"), Is.InstanceOf<SendResult.Rejected>());
        Assert.That(_stage.Calls, Is.EqualTo(1));
    }

    [Test]
    public async Task Refuses_what_only_groups_get() => Assert.That(await _stage.SendAsync(Some.News(), "boss"), Is.InstanceOf<SendResult.Rejected>());

    [Test]
    public async Task A_member_who_does_not_see_the_application_does_not_stop_it()
    {
        var result = (SendResult.Rejected)await _stage.SendAsync(address: "stranger");

        Assert.That(result.OnlyThisAddress, Is.True);
    }

    [Test]
    public void Shows_the_body_with_the_application()
    {
        var call = _stage.Adapter.Preview(Some.Request("boss", new OutgoingMessage.Text("日报"))).Single();

        Assert.That(call.Body, Is.EqualTo("""{"touser":"zhangsan","agentid":1000002,"msgtype":"text","text":{"content":"日报"}}"""));
    }
}
