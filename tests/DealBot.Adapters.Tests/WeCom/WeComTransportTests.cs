using System.Net;
using System.Net.Sockets;
using DealBot.Adapters.WeCom;
using DealBot.Contracts;
using DealBot.Simulators.WeCom;

namespace DealBot.Adapters.Tests.WeCom;

/// <summary>What the adapter says when no readable answer of WeCom comes back: only what was certainly not sent may be tried again.</summary>
[CancelAfter(30_000)]
public sealed class WeComTransportTests
{
    private WeComStage _stage = null!;

    private WeComFaults Faults => _stage.Simulator.Faults;

    [SetUp]
    public async Task SetStage() => _stage = await WeComStage.SetAsync();

    [TearDown]
    public async Task CloseStage() => await _stage.DisposeAsync();

    [Test]
    public async Task Outcome_is_unknown_behind_a_bad_gateway()
    {
        Faults.BadGateway();
        Assert.That(await _stage.SendAsync(), Is.InstanceOf<SendResult.Unknown>());
    }

    [Test]
    public async Task Outcome_is_unknown_when_HTML_comes_with_200()
    {
        Faults.Html();
        Assert.That(await _stage.SendAsync(), Is.InstanceOf<SendResult.Unknown>());
    }

    [Test]
    public async Task Outcome_is_unknown_when_the_answer_is_cut_short()
    {
        Faults.TruncatedJson();
        Assert.That(await _stage.SendAsync(), Is.InstanceOf<SendResult.Unknown>());
        Assert.That(_stage.Simulator.Received, Has.Count.EqualTo(1));
    }

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("")]
    [TestCase("{\"errcode\":\"zero\"}")]
    public async Task Outcome_is_unknown_when_the_answer_has_no_code(string answer)
    {
        using var http = new HttpClient(new Answering(answer));
        var adapter = new WeComAdapter(WeComStage.OptionsFor(new Uri("https://wecom.example")), http, _stage.Time);

        Assert.That(await adapter.SendAsync(Some.Request("main"), CancellationToken.None), Is.InstanceOf<SendResult.Unknown>());
    }

    [Test]
    public async Task Outcome_is_unknown_when_the_connection_breaks_before_the_message_is_taken()
    {
        Faults.DropBeforeAccepting();
        Assert.That(await _stage.SendAsync(), Is.InstanceOf<SendResult.Unknown>());
    }

    [Test]
    public async Task Outcome_is_unknown_and_nothing_is_repeated_when_the_connection_breaks_after_the_message_is_taken()
    {
        Faults.DropAfterAccepting();

        Assert.That(await _stage.SendAsync(), Is.InstanceOf<SendResult.Unknown>());
        Assert.That(_stage.Calls, Is.EqualTo(1));
        Assert.That(_stage.Simulator.Received, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Outcome_is_unknown_when_no_answer_comes_in_time(CancellationToken cancellationToken)
    {
        Faults.NeverAnswer();
        var sending = _stage.SendAsync();
        await _stage.Simulator.WaitForAsync(1, cancellationToken);

        _stage.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.That(await sending, Is.InstanceOf<SendResult.Unknown>());
    }

    [Test]
    public async Task Waits_for_a_slow_answer_within_the_timeout(CancellationToken cancellationToken)
    {
        var slowTime = new ManualTime();
        await using var stage = await WeComStage.SetAsync(slowTime);
        stage.Simulator.Faults.Slow(TimeSpan.FromSeconds(8));
        var sending = stage.SendAsync();
        await slowTime.TimerStartedAsync(cancellationToken);

        stage.Time.Advance(TimeSpan.FromSeconds(9));
        slowTime.Advance(TimeSpan.FromSeconds(8));

        Assert.That(await sending, Is.InstanceOf<SendResult.Sent>());
    }

    [Test]
    public async Task Rethrows_the_callers_cancellation_while_it_waits(CancellationToken cancellationToken)
    {
        Faults.NeverAnswer();
        using var caller = new CancellationTokenSource();
        var sending = _stage.Adapter.SendAsync(Some.Request("main"), caller.Token);
        await _stage.Simulator.WaitForAsync(1, cancellationToken);

        await caller.CancelAsync();

        Assert.That(async () => await sending, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Can_be_tried_again_when_the_connection_is_refused() =>
        Assert.That(await SendToAsync(new Uri($"http://127.0.0.1:{ClosedPort()}")), Is.InstanceOf<SendResult.RetryAfter>());

    [Test]
    public async Task Can_be_tried_again_when_TLS_fails()
    {
        var result = await SendToAsync(new UriBuilder(_stage.Simulator.BaseAddress) { Scheme = "https" }.Uri);

        Assert.That(result, Is.InstanceOf<SendResult.RetryAfter>());
        Assert.That(Wording.ReasonOf(result)!.En, Does.Contain("TLS"));
    }

    [Test]
    public async Task Can_be_tried_again_when_the_name_is_not_resolved()
    {
        using var http = new HttpClient(new Failing(new HttpRequestException(HttpRequestError.NameResolutionError)));
        var adapter = new WeComAdapter(WeComStage.OptionsFor(new Uri("https://wecom.example")), http, _stage.Time);

        var result = await adapter.SendAsync(Some.Request("main"), CancellationToken.None);

        Assert.That(result, Is.InstanceOf<SendResult.RetryAfter>());
        Assert.That(Wording.ReasonOf(result)!.En, Does.Contain("DNS"));
    }

    [Test]
    public async Task Can_be_tried_again_when_the_timeout_passes_before_a_connection(CancellationToken cancellationToken)
    {
        using var handler = new Hanging();
        using var http = new HttpClient(handler);
        var adapter = new WeComAdapter(WeComStage.OptionsFor(new Uri("https://wecom.example")), http, _stage.Time);
        var sending = adapter.SendAsync(Some.Request("main"), CancellationToken.None);
        await handler.Reached.WaitAsync(cancellationToken);

        _stage.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.That(await sending, Is.InstanceOf<SendResult.RetryAfter>());
    }

    private async Task<SendResult> SendToAsync(Uri baseUrl)
    {
        using var http = new HttpClient();
        return await new WeComAdapter(WeComStage.OptionsFor(baseUrl), http, _stage.Time).SendAsync(Some.Request("main"), CancellationToken.None);
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Answering(string answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer) };
        }
    }

    private sealed class Failing(HttpRequestException exception) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw exception;
    }

    private sealed class Hanging : HttpMessageHandler
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _reached.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException("The delay has no end.");
        }
    }
}
