using DealBot.Contracts;

namespace DealBot.Adapters.Tests.WeCom;

/// <summary>What can be found out of a robot without a message: whether WeCom takes its key.</summary>
public sealed class WeComCheckTests
{
    private WeComStage _stage = null!;

    [SetUp]
    public async Task SetStage() => _stage = await WeComStage.SetAsync();

    [TearDown]
    public async Task CloseStage() => await _stage.DisposeAsync();

    [Test]
    public async Task Proves_a_good_key_without_a_message()
    {
        var report = await _stage.Adapter.TestAsync("main", CancellationToken.None);

        Assert.That(report.Reach, Is.EqualTo(Reach.Proven));
        Assert.That((_stage.Calls, _stage.Simulator.Received), Is.EqualTo((0, Array.Empty<object>())));
    }

    [Test]
    public async Task Names_the_key_that_WeCom_does_not_know()
    {
        var report = await _stage.NewAdapter(key: "00000000-0000-0000-0000-000000000000").TestAsync("main", CancellationToken.None);

        Assert.That(report.Reach, Is.EqualTo(Reach.Failed));
        Assert.That(report.Faults.Single().Field, Is.EqualTo("Key"));
    }

    [TestCase(48002)]
    [TestCase(60020)]
    public async Task Does_not_blame_the_key_for_what_is_wrong_elsewhere(int code)
    {
        _stage.Simulator.OtherFaults.AnswerWith(code);

        var report = await _stage.Adapter.TestAsync("main", CancellationToken.None);

        Assert.That(report.Faults.Single().Field, Is.Null);
        Assert.That(report.Faults.Single().Reason.En, Does.Contain($"{code}"));
    }

    [Test]
    public async Task A_network_that_is_down_is_a_fault_of_no_field()
    {
        _stage.Simulator.OtherFaults.DropBeforeAccepting();

        var report = await _stage.Adapter.TestAsync("main", CancellationToken.None);

        Assert.That((report.Reach, report.Faults.Single().Field), Is.EqualTo((Reach.Failed, (string?)null)));
    }

    [Test]
    public async Task A_robot_that_is_over_its_quota_is_not_called_faulty()
    {
        _stage.Simulator.OtherFaults.AnswerWith(45009);

        Assert.That((await _stage.Adapter.TestAsync("main", CancellationToken.None)).Reach, Is.EqualTo(Reach.NotProvable));
    }
}
