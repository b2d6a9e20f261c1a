using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using DealBot.Adapters.WeCom;
using DealBot.Contracts;
using DealBot.Simulators.Chat;
using DealBot.Simulators.WeCom;

namespace DealBot.Adapters.Tests.WeCom;

/// <summary>What the adapter says when no readable answer of WeCom comes back: only what was certainly not sent may be tried again.</summary>
[CancelAfter(120_000)]
public sealed class WeComTransportTests
{
    private WeComStage _stage = null!;

    private ChatFaults Faults => _stage.Simulator.Faults;

    [SetUp]
    public async Task SetStage() => _stage = await WeComStage.SetAsync();

    [TearDown]
    public async Task CloseStage() => await _stage.DisposeAsync();

    [TestCase("120", 120)]
    [TestCase("Thu, 18 Jun 2026 09:05:00 GMT", 300)]
    [TestCase("Thu, 18 Jun 2026 08:00:00 GMT", 60)]
    [TestCase("0", 60)]
    [TestCase("soon", 60)]
    [TestCase(null, 60)]
    [TestCase("999999999", 86_400)]
    public async Task A_limiter_in_between_is_left_alone_as_long_as_it_asks_in_seconds_or_by_date(string? retryAfter, int seconds)
    {
        Faults.TooManyRequests(retryAfter);

        var result = (SendResult.Throttled)await _stage.SendAsync();

        Assert.That(result.Delay, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
        Assert.That(_stage.Simulator.Received, Is.Empty);
    }

    [Test]
    public async Task A_second_answer_on_the_connection_is_not_taken_for_that_of_the_next_message()
    {
        using var twice = new AnsweringTwice();
        using var http = new HttpClient();
        var adapter = new WeComAdapter(WeComStage.OptionsFor(twice.Address), http, _stage.Time);

        var first = await adapter.SendAsync(Some.Request("main"), CancellationToken.None);
        var second = await adapter.SendAsync(Some.Request("main", id: "m2"), CancellationToken.None);

        Assert.That(first, Is.InstanceOf<SendResult.Sent>());
        Assert.That(second, Is.InstanceOf<SendResult.Throttled>(), "each request has an answer of its own: 0, 0 to the first, 45009, 45009 to the second");
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
    [TestCase("{\"errcode\":null}")]
    [TestCase("{\"errcode\":0.0}")]
    [TestCase("{\"errcode\":[0]}")]
    [TestCase("{\"errcode\":false}")]
    public async Task Outcome_is_unknown_when_the_answer_has_no_code(string answer)
    {
        using var http = new HttpClient(new Answering(answer));
        var adapter = new WeComAdapter(WeComStage.OptionsFor(new Uri("https://wecom.example")), http, _stage.Time);

        Assert.That(await adapter.SendAsync(Some.Request("main"), CancellationToken.None), Is.InstanceOf<SendResult.Unknown>());
    }

    [TestCase("4294967296")]
    [TestCase("-4294967296")]
    [TestCase("9223372036854775807")]
    public async Task A_code_whose_last_bits_are_0_is_not_taken_for_0(string code)
    {
        using var http = new HttpClient(new Answering($"{{\"errcode\":{code},\"media_id\":\"m\"}}"));
        var adapter = new WeComAdapter(WeComStage.OptionsFor(new Uri("https://wecom.example")), http, _stage.Time);

        Assert.That(await adapter.SendAsync(Some.Request("main"), CancellationToken.None), Is.InstanceOf<SendResult.Rejected>());
        Assert.That(
            await adapter.SendAsync(Some.Request("main", new OutgoingMessage.File("statement"u8.ToArray(), "a.csv")), CancellationToken.None),
            Is.InstanceOf<SendResult.Rejected>());
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
        using var http = new HttpClient();
        var sending = Impatient(_stage.Simulator.BaseAddress, http, seconds: 5).SendAsync(Some.Request("main"), CancellationToken.None);
        await _stage.Simulator.WaitForAsync(1, cancellationToken);

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
        Assert.That(await SendToAsync(new Uri($"http://127.0.0.1:{WeComStage.ClosedPort()}")), Is.InstanceOf<SendResult.RetryAfter>());

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
        var sending = Impatient(new Uri("https://wecom.example"), http).SendAsync(Some.Request("main"), CancellationToken.None);
        await handler.Reached.WaitAsync(cancellationToken);

        Assert.That(await sending, Is.InstanceOf<SendResult.RetryAfter>());
    }

    /// <summary>
    /// Time-outs measure the network, by the real clock: one second is the least that can be set, and too short for what has to arrive first on a
    /// machine that stands still for a while.
    /// </summary>
    private WeComAdapter Impatient(Uri baseUrl, HttpClient http, int seconds = 1) => new(WeComStage.OptionsFor(baseUrl) with { TimeoutSeconds = seconds }, http, _stage.Time);

    private async Task<SendResult> SendToAsync(Uri baseUrl)
    {
        using var http = new HttpClient();
        return await new WeComAdapter(WeComStage.OptionsFor(baseUrl), http, _stage.Time).SendAsync(Some.Request("main"), CancellationToken.None);
    }

    /// <summary>A server whose network sends each answer twice: 0 to the first request, 45009 to those after it.</summary>
    private sealed class AnsweringTwice : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly Task _serving;

        public AnsweringTwice()
        {
            _listener.Start();
            _serving = ServeAsync();
        }

        public Uri Address => new($"http://{_listener.LocalEndpoint}");

        public void Dispose()
        {
            _listener.Dispose();
            Assert.That(async () => await _serving, Throws.InstanceOf<SocketException>().Or.InstanceOf<InvalidOperationException>().Or.InstanceOf<OperationCanceledException>());
        }

        private async Task ServeAsync()
        {
            for (var code = 0; ; code = 45009)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await using var stream = client.GetStream();
                await ReadRequestAsync(stream);
                var json = $"{{\"errcode\":{code}}}";
                var answer = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n{json}";
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + answer));
            }
        }

        private static async Task ReadRequestAsync(NetworkStream stream)
        {
            var text = "";
            var buffer = new byte[8192];
            for (var body = -1; body < 0 || text.Length < body;)
            {
                text += Encoding.Latin1.GetString(buffer, 0, await stream.ReadAsync(buffer));
                var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
                var length = Regex.Match(text, "Content-Length: ([0-9]+)", RegexOptions.IgnoreCase);
                body = head < 0 ? -1 : head + 4 + int.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture);
            }
        }
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
