using DealBot.Adapters.DingTalk;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests.DingTalk;

public sealed class DingTalkQuotaTests
{
    [Test]
    public async Task Keeps_the_21st_message_of_a_minute_back_without_a_call()
    {
        await using var stage = await DingTalkStage.SetAsync();
        await SendTwentyAsync(stage);

        var result = (SendResult.Throttled)await stage.SendAsync();

        Assert.That((result.Delay, result.IsOwnCount), Is.EqualTo((TimeSpan.FromMinutes(1), true)));
        Assert.That(stage.Calls, Is.EqualTo(20));
    }

    /// <summary>Of the refusals within the ten minutes some have a code and some are the gateway's, which have none.</summary>
    [Test]
    public async Task Is_quiet_for_ten_minutes_when_its_own_count_was_lost_in_a_restart()
    {
        await using var stage = await DingTalkStage.SetAsync();
        await SendTwentyAsync(stage);
        var restarted = stage.NewAdapter();

        for (var attempt = 0; attempt < 3; attempt++)
        {
            var result = (SendResult.Throttled)await restarted.SendAsync(Some.Request("main"), CancellationToken.None);
            Assert.That((result.Delay, result.IsOwnCount), Is.EqualTo((TimeSpan.FromMinutes(10), false)));
        }

        stage.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.That(await restarted.SendAsync(Some.Request("main"), CancellationToken.None), Is.InstanceOf<SendResult.Sent>());
        Assert.That(stage.Simulator.Received, Has.Count.EqualTo(21));
    }

    [Test]
    public void The_limits_of_a_robot_go_before_those_of_all()
    {
        using var http = new HttpClient();
        var options = new DingTalkOptions
        {
            MessagesPerMinute = 15,
            Robots = new Dictionary<string, DingTalkRobot> { ["slow"] = new() { MessagesPerMinute = 5, MessagesPerHour = 100, MessagesPerDay = 200 } },
        };
        var adapter = new DingTalkAdapter(options, http, TimeProvider.System);

        var (slow, other) = (adapter.LimitsFor("slow"), adapter.LimitsFor("other"));

        Assert.That((slow.MessagesPerMinute, slow.MessagesPerHour, slow.MessagesPerDay), Is.EqualTo((5, 100, 200)));
        Assert.That((other.MessagesPerMinute, other.MessagesPerHour, other.MessagesPerDay), Is.EqualTo((15, (int?)null, (int?)null)));
    }

    private static async Task SendTwentyAsync(DingTalkStage stage)
    {
        for (var message = 0; message < 20; message++)
            Assert.That(await stage.SendAsync(), Is.InstanceOf<SendResult.Sent>());
    }
}
