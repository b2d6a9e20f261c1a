using DealBot.Adapters.WeCom;
using DealBot.Contracts;
using DealBot.Simulators.Chat;
using DealBot.Simulators.WeCom;

namespace DealBot.Adapters.Tests.WeCom;

/// <summary>The key is part of the address that is called, so everything that speaks of a call could show it.</summary>
public sealed class WeComSecrecyTests
{
    private static readonly TestCaseData[] EveryFault =
    [
        Fault("HTML", faults => faults.Html()),
        Fault("bad gateway", faults => faults.BadGateway()),
        Fault("truncated", faults => faults.TruncatedJson()),
        Fault("dropped before", faults => faults.DropBeforeAccepting()),
        Fault("dropped after", faults => faults.DropAfterAccepting()),
        Fault("key refused", faults => faults.AnswerWith(93000)),
        Fault("other code", faults => faults.AnswerWith(123456)),
    ];

    [TestCaseSource(nameof(EveryFault))]
    public async Task No_result_shows_the_key(Action<ChatFaults> cause)
    {
        await using var stage = await WeComStage.SetAsync();
        cause(stage.Simulator.Faults);

        var result = await stage.SendAsync();

        Assert.That($"{result} {Wording.ReasonOf(result)?.En}", Does.Not.Contain(RobotKeys.One));
    }

    [Test]
    public async Task A_cancellation_does_not_show_the_key()
    {
        await using var stage = await WeComStage.SetAsync();
        stage.Simulator.Faults.NeverAnswer();
        using var caller = new CancellationTokenSource();
        var sending = stage.Adapter.SendAsync(Some.Request("main"), caller.Token);
        await stage.Simulator.WaitForAsync(1, CancellationToken.None);

        await caller.CancelAsync();

        var exception = await Assert.CatchAsync<OperationCanceledException>(() => sending);
        Assert.That($"{exception}", Does.Not.Contain(RobotKeys.One));
    }

    [Test]
    public void Options_do_not_show_the_key()
    {
        var options = WeComStage.OptionsFor(new Uri("https://wecom.example"));

        Assert.That($"{options} {options.Robots["main"]} {string.Join(' ', options.Robots)}", Does.Not.Contain(RobotKeys.One));
    }

    [TestCase(RobotKeys.One)]
    [TestCase("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=" + RobotKeys.One)]
    public async Task A_key_given_as_a_groups_address_is_not_shown(string address)
    {
        await using var stage = await WeComStage.SetAsync();

        var result = await stage.Adapter.SendAsync(Some.Request(address), CancellationToken.None);
        var faults = await stage.Adapter.TestAsync(address, CancellationToken.None);

        Assert.That($"{result} {string.Join(' ', faults)}", Does.Not.Contain(RobotKeys.One));
    }

    private static TestCaseData Fault(string name, Action<ChatFaults> cause) => new TestCaseData(cause).SetArgDisplayNames(name);
}
