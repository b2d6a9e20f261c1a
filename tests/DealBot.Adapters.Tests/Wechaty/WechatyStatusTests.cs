using DealBot.Adapters.Wechaty;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests.Wechaty;

public sealed class WechatyStatusTests
{
    private WechatyStage _stage = null!;

    [SetUp]
    public async Task SetStage() => _stage = await WechatyStage.SetAsync();

    [TearDown]
    public async Task CloseStage() => await _stage.DisposeAsync();

    [TestCase(1, typeof(SendResult.Unknown))]
    [TestCase(2, typeof(SendResult.Unknown))]
    [TestCase(3, typeof(SendResult.Rejected))]
    [TestCase(4, typeof(SendResult.Unknown))]
    [TestCase(5, typeof(SendResult.Rejected))]
    [TestCase(7, typeof(SendResult.Blocked))]
    [TestCase(8, typeof(SendResult.Throttled))]
    [TestCase(10, typeof(SendResult.Unknown))]
    [TestCase(12, typeof(SendResult.Rejected))]
    [TestCase(13, typeof(SendResult.Unknown))]
    [TestCase(14, typeof(SendResult.Unknown))]
    [TestCase(16, typeof(SendResult.Rejected))]
    [TestCase(99, typeof(SendResult.Unknown))]
    public async Task Decides_by_the_status_wherever_it_stands(int code, Type outcome)
    {
        foreach (var inTrailers in new[] { false, true })
        {
            _stage.Simulator.StatusInTrailers = inTrailers;
            _stage.Simulator.Faults.AnswerWith(code);

            var result = await _stage.SendAsync();

            Assert.That(result, Is.InstanceOf(outcome), $"in trailers: {inTrailers}");
            Assert.That(Wording.ReasonOf(result)!.Zh, Does.Contain($"{code}"));
        }
    }

    [TestCase("")]
    [TestCase("m-1")]
    public async Task Takes_a_message_without_an_id_for_sent(string id)
    {
        _stage.Simulator.MessageId = id;

        Assert.That(await _stage.SendAsync(), Is.EqualTo(new SendResult.Sent(id.Length == 0 ? null : id)));
    }

    [Test]
    public async Task Names_the_token_when_the_service_does_not_accept_it()
    {
        var result = (SendResult.Rejected)await _stage.NewAdapter(token: "puppet_wrong").SendAsync(Some.Request("main"), CancellationToken.None);

        Assert.That(result.Field, Is.EqualTo("Token"));
        Assert.That(result.OnlyThisAddress, Is.False, "every room of the puppet is refused");
        Assert.That(result.Reason.En, Does.Not.Contain("puppet_wrong"), "the service quotes the token");
    }

    [Test]
    public async Task An_error_in_a_room_that_the_account_is_not_in_is_a_refusal_of_that_room_alone()
    {
        var adapter = _stage.NewAdapter(new WechatyRoom { Puppet = "home", Id = "1@chatroom" });

        var result = (SendResult.Rejected)await adapter.SendAsync(Some.Request("main"), CancellationToken.None);

        Assert.That((result.Field, result.OnlyThisAddress), Is.EqualTo(("Id", true)));
    }

    [Test]
    public async Task A_kind_that_the_puppet_lacks_is_refused_and_not_unknown()
    {
        _stage.Simulator.RefusalWords = "Error: Wechaty Puppet Unsupported API Error. Learn More At …";
        _stage.Simulator.Faults.AnswerWith(2);

        Assert.That(await _stage.SendAsync(Some.News()), Is.InstanceOf<SendResult.Rejected>());
    }

    [Test]
    public async Task A_message_too_large_for_the_service_is_refused_and_no_reason_to_pause()
    {
        _stage.Simulator.RefusalWords = "Received message larger than max (4200000 vs. 4194304)";
        _stage.Simulator.Faults.AnswerWith(8);

        Assert.That(await _stage.SendAsync(), Is.InstanceOf<SendResult.Rejected>());
    }

    [Test]
    public async Task Gives_a_puppet_a_minute_to_log_in_before_the_owner_is_asked_to_scan()
    {
        _stage.Simulator.LogOut();

        var first = await _stage.SendAsync();
        _stage.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await _stage.SendAsync();

        Assert.That(first, Is.InstanceOf<SendResult.RetryAfter>());
        Assert.That(second, Is.InstanceOf<SendResult.Blocked>());
        Assert.That(Wording.ReasonOf(second)!.Zh, Does.Contain("扫码"));
        Assert.That(_stage.Simulator.Starts, Is.EqualTo(2), "the service may have been started anew, and its puppet not");
    }

    [Test]
    public async Task Starts_the_puppet_once()
    {
        await _stage.SendAsync();
        await _stage.SendAsync();

        Assert.That(_stage.Simulator.Starts, Is.EqualTo(1));
    }

    [Test]
    public async Task Outcome_is_unknown_when_no_answer_comes_in_time()
    {
        // By the real clock, and long enough for the message to arrive on a machine that stands still for a while: else it would not be unknown.
        var adapter = _stage.NewAdapter(WechatyStage.OptionsFor(_stage.Simulator.BaseAddress) with { TimeoutSeconds = 5 });
        _stage.Simulator.Faults.NeverAnswer();

        Assert.That(await adapter.SendAsync(Some.Request("main"), CancellationToken.None), Is.InstanceOf<SendResult.Unknown>());
        Assert.That(_stage.Simulator.Received, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Keeps_the_21st_message_of_a_minute_back_without_a_call()
    {
        for (var message = 0; message < 20; message++)
            Assert.That(await _stage.SendAsync(), Is.InstanceOf<SendResult.Sent>());

        var result = await _stage.SendAsync();

        Assert.That(result, Is.InstanceOf<SendResult.Throttled>().With.Property("IsOwnCount").True);
        Assert.That(_stage.Calls, Is.EqualTo(20));
    }

    [Test]
    public void Is_gentle_unless_told_otherwise()
    {
        var limits = _stage.Adapter.LimitsFor("main");

        Assert.That((limits.LeastGap, limits.MessagesPerMinute), Is.EqualTo((TimeSpan.FromSeconds(5), 20)));
        Assert.That(_stage.Adapter.AccountOf("main"), Is.EqualTo("home"));
    }
}
