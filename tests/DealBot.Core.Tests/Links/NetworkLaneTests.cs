using DealBot.Contracts;
using DealBot.Core.Links;
using DealBot.Core.Tests.Fakes;
using ManualTime = DealBot.ContractKit.ManualTime;

namespace DealBot.Core.Tests.Links;

public sealed class NetworkLaneTests
{
    private static readonly LinkRequest Request = new(Some.Deal(), new Tracking("mama-1_abc", null));

    private ManualTime _time = null!;
    private FakeNetwork _network = null!;
    private NetworkLane _lane = null!;

    [SetUp]
    public void SetUp()
    {
        (_time, _network) = (new ManualTime(), new FakeNetwork());
        _lane = new NetworkLane(_network, new LanePatience(TimeSpan.FromSeconds(10), _time), _time);
    }

    [Test]
    public async Task A_call_that_hangs_is_given_up_at_the_limit_even_if_the_client_heeds_no_token()
    {
        _network.Answering = new TaskCompletionSource().Task;
        var call = ConvertAsync();
        _time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.That(call.IsCompleted, Is.False);

        _time.Advance(TimeSpan.FromSeconds(0.1));

        var fault = (await Assert.ThrowsAsync<NetworkException>(() => call))!;
        Assert.That((fault.Code, fault.IsTransient), Is.EqualTo(("timeout", true)));
    }

    [Test]
    public async Task An_account_that_did_not_answer_is_left_alone_with_the_same_reason()
    {
        _network.Convert = _ => throw FakeNetwork.Exception();
        await FailsAsync();

        _time.Advance(TimeSpan.FromSeconds(59));

        Assert.That((await FailsAsync()).Reason, Is.EqualTo(Some.Phrase));
        Assert.That(_network.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Pauses_double_up_to_five_minutes()
    {
        _network.Convert = _ => throw FakeNetwork.Exception();
        for (var second = 0; second < 60 * 18; second++, _time.Advance(TimeSpan.FromSeconds(1)))
        {
            await FailsAsync();
        }

        // After 0, 1, 3, 7, 12 and 17 minutes.
        Assert.That(_network.Asked, Has.Count.EqualTo(6));
    }

    [Test]
    public async Task After_a_pause_one_call_tries_and_the_others_are_not_held_up()
    {
        _network.Convert = _ => throw FakeNetwork.Exception();
        await FailsAsync();
        _time.Advance(TimeSpan.FromMinutes(1));
        var answer = new TaskCompletionSource();
        (_network.Answering, _network.Convert) = (answer.Task, FakeNetwork.Converted);

        var trying = ConvertAsync();
        await FailsAsync();
        answer.SetResult();

        Assert.That(await trying, Is.InstanceOf<LinkResult.Converted>());
        Assert.That(await ConvertAsync(), Is.InstanceOf<LinkResult.Converted>(), "it is open again");
    }

    [Test]
    public async Task A_call_from_before_that_is_stopped_while_another_tries_lets_no_second_one_through()
    {
        // So patient that its own limit does not end the early call as well.
        _lane = new NetworkLane(_network, new LanePatience(TimeSpan.FromHours(1), _time), _time);
        using var stop = new CancellationTokenSource();
        _network.Answering = new TaskCompletionSource().Task;
        var early = ConvertAsync(stop.Token);
        (_network.Answering, _network.Convert) = (Task.CompletedTask, _ => throw FakeNetwork.Exception());
        await FailsAsync();
        _time.Advance(TimeSpan.FromMinutes(1));
        _network.Answering = new TaskCompletionSource().Task;
        var trying = ConvertAsync();

        await stop.CancelAsync();
        Assert.That(() => early, Throws.InstanceOf<OperationCanceledException>());
        await FailsAsync();

        Assert.That((trying.IsCompleted, _network.Asked.Count), Is.EqualTo((false, 3)));
    }

    [Test]
    public void Calls_that_hang_side_by_side_are_one_fault()
    {
        _network.Answering = new TaskCompletionSource().Task;
        var calls = new[] { ConvertAsync(), ConvertAsync(), ConvertAsync() };
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.That(() => Task.WhenAll(calls), Throws.InstanceOf<NetworkException>());

        (_network.Answering, _network.Convert) = (Task.CompletedTask, FakeNetwork.Converted);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(async () => await ConvertAsync(), Is.InstanceOf<LinkResult.Converted>());
    }

    [Test]
    public async Task What_tries_the_account_is_let_through_and_an_answer_opens_it()
    {
        _network.Convert = _ => throw FakeNetwork.Exception();
        await FailsAsync();
        _network.Convert = FakeNetwork.Converted;

        Assert.That(await _lane.TryAsync(Convert, default), Is.InstanceOf<LinkResult.Converted>());
        Assert.That(await ConvertAsync(), Is.InstanceOf<LinkResult.Converted>());
    }

    [Test]
    public async Task A_fault_that_does_not_pass_by_itself_closes_nothing()
    {
        _network.Convert = _ => throw FakeNetwork.Exception(transient: false);
        await FailsAsync();
        _network.Convert = FakeNetwork.Converted;

        Assert.That(await ConvertAsync(), Is.InstanceOf<LinkResult.Converted>());
    }

    [Test]
    public void A_stop_of_the_service_is_no_fault_of_the_network()
    {
        _network.Answering = new TaskCompletionSource().Task;
        using var stop = new CancellationTokenSource();
        var call = ConvertAsync(stop.Token);

        stop.Cancel();

        Assert.That(() => call, Throws.InstanceOf<OperationCanceledException>());
        (_network.Answering, _network.Convert) = (Task.CompletedTask, FakeNetwork.Converted);
        Assert.That(async () => await ConvertAsync(), Is.InstanceOf<LinkResult.Converted>());
    }

    private Task<LinkResult> ConvertAsync(CancellationToken cancellationToken = default) => _lane.CallAsync(Convert, cancellationToken);

    private Task<LinkResult> Convert(CancellationToken cancellationToken) => _network.ConvertAsync(Request, cancellationToken);

    private async Task<NetworkException> FailsAsync() => (await Assert.ThrowsAsync<NetworkException>(async () => await ConvertAsync()))!;
}
