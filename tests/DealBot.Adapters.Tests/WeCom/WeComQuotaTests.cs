using DealBot.Adapters.WeCom;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests.WeCom;

public sealed class WeComQuotaTests
{
    [Test]
    public async Task Keeps_the_21st_message_of_a_minute_back_without_a_call()
    {
        await using var stage = await WeComStage.SetAsync();
        await SendTwentyAsync(stage);
        stage.Time.Advance(TimeSpan.FromSeconds(45));

        var result = (SendResult.Throttled)await stage.SendAsync();

        Assert.That((result.Delay, result.IsOwnCount), Is.EqualTo((TimeSpan.FromSeconds(15), true)));
        Assert.That(stage.Calls, Is.EqualTo(20));
    }

    [Test]
    public async Task Goes_on_when_the_minute_is_over()
    {
        await using var stage = await WeComStage.SetAsync();
        await SendTwentyAsync(stage);

        stage.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(await stage.SendAsync(), Is.InstanceOf<SendResult.Sent>());
    }

    [Test]
    public async Task Is_throttled_by_the_platform_when_its_own_count_was_lost_in_a_restart()
    {
        await using var stage = await WeComStage.SetAsync();
        await SendTwentyAsync(stage);

        var result = await stage.NewAdapter().SendAsync(Some.Request("main"), CancellationToken.None);

        Assert.That(result, Is.InstanceOf<SendResult.Throttled>());
        Assert.That(stage.Calls, Is.EqualTo(21));
        Assert.That(stage.Simulator.Received, Has.Count.EqualTo(20));
    }

    [Test]
    public async Task Holds_a_robot_to_what_its_owner_leaves_it()
    {
        await using var stage = await WeComStage.SetAsync();
        using var http = new HttpClient();
        var robot = new WeComRobot { Key = RobotKeys.One, MessagesPerMinute = 3 };
        var options = WeComStage.OptionsFor(stage.Simulator.BaseAddress) with { Robots = new Dictionary<string, WeComRobot> { ["main"] = robot } };
        var adapter = new WeComAdapter(options, http, stage.Time);
        for (var message = 0; message < 3; message++)
            Assert.That(await adapter.SendAsync(Some.Request("main"), CancellationToken.None), Is.InstanceOf<SendResult.Sent>());

        Assert.That(await adapter.SendAsync(Some.Request("main"), CancellationToken.None), Is.InstanceOf<SendResult.Throttled>());
    }

    [Test]
    public void The_limits_of_a_robot_go_before_those_of_all()
    {
        using var http = new HttpClient();
        var options = new WeComOptions
        {
            MessagesPerHour = 500,
            MessagesPerDay = 2000,
            Robots = new Dictionary<string, WeComRobot> { ["slow"] = new() { Key = RobotKeys.One, MessagesPerMinute = 5, MessagesPerDay = 200 } },
        };
        var adapter = new WeComAdapter(options, http, TimeProvider.System);

        var (slow, other) = (adapter.LimitsFor("slow"), adapter.LimitsFor("other"));

        Assert.That((slow.MessagesPerMinute, slow.MessagesPerHour, slow.MessagesPerDay), Is.EqualTo((5, 500, 200)));
        Assert.That((other.MessagesPerMinute, other.MessagesPerHour, other.MessagesPerDay), Is.EqualTo((20, 500, 2000)));
    }

    private static async Task SendTwentyAsync(WeComStage stage)
    {
        for (var message = 0; message < 20; message++)
            Assert.That(await stage.SendAsync(), Is.InstanceOf<SendResult.Sent>());
    }
}
