using System.Net;
using System.Net.Sockets;
using System.Text;
using DealBot.Adapters.Preview;
using DealBot.Contracts;
using DealBot.Core.Bot;
using DealBot.Core.Posting;
using DealBot.Host.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace DealBot.Host.Tests.Web;

/// <summary>What a platform calls with reaches its adapter, and nothing else does.</summary>
public sealed class CallbackEndpointTests
{
    private CalledAdapter _adapter = null!;

    [SetUp]
    public void SetUp() => _adapter = new CalledAdapter();

    [Test]
    public async Task Call_reaches_the_adapter_as_it_came_and_is_answered_as_it_says()
    {
        await using var stage = await OpenAsync();

        using var response = await PostAsync(stage, "/callback/preview/main?a=1&a=2&b=%E4%BD%A0", "body 你好", ("X-Sign", "s"));

        Assert.That(((int)response.StatusCode, await response.Content.ReadAsStringAsync()), Is.EqualTo((202, "taken")));
        var call = _adapter.Calls.Single();
        Assert.That((call.Endpoint, call.Method, call.Query["a"], call.Query["b"], call.Headers["x-sign"]), Is.EqualTo(("main", "POST", "1", "你", "s")));
        Assert.That(Encoding.UTF8.GetString(call.Body.Span), Is.EqualTo("body 你好"));
    }

    [Test]
    public async Task Address_is_verified_by_a_get()
    {
        await using var stage = await OpenAsync();

        using var response = await stage.AskAsync("/callback/preview/main?echostr=x");

        Assert.That((int)response.StatusCode, Is.EqualTo(202));
        Assert.That(_adapter.Calls.Single().Method, Is.EqualTo("GET"));
    }

    [TestCase("/callback/preview/other")]
    [TestCase("/callback/silent/main")]
    [TestCase("/callback/nobody/main")]
    [TestCase("/callback/preview")]
    public async Task Who_guesses_at_addresses_sees_what_every_stranger_sees(string path)
    {
        await using var stage = await OpenAsync();

        using var response = await stage.AskAsync(path);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("这个链接不存在"));
        Assert.That(_adapter.Calls, Is.Empty);
    }

    [Test]
    public async Task Nobody_is_heard_while_no_group_wants_it()
    {
        await using var stage = await OpenAsync(bot: "false", countsMembers: "false");

        using var response = await PostAsync(stage, "/callback/preview/main", "x");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase(CallbackRequest.MaxBytes, 202)]
    [TestCase(CallbackRequest.MaxBytes + 1, 413)]
    [TestCase(10 * CallbackRequest.MaxBytes, 413)]
    public async Task Body_is_taken_up_to_its_limit(int length, int status)
    {
        await using var stage = await OpenAsync();

        using var response = await PostAsync(stage, "/callback/preview/main", new string('a', length));

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That(_adapter.Calls, Has.Count.EqualTo(status == 202 ? 1 : 0));
        Assert.That(response.Headers.ConnectionClose ?? false, Is.EqualTo(status == 413), "who keeps connections must not send the next call into one that ends");
    }

    [Test]
    public async Task Body_that_does_not_say_how_long_it_is_is_taken_up_to_its_limit_too()
    {
        await using var stage = await OpenAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, stage.Http.BaseAddress!.Port);

        // No more than is read before the refusal: what is written into a connection that has ended costs the writer the answer.
        var begun = $"POST /callback/preview/main HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n{CallbackRequest.MaxBytes * 2:x}\r\n{new string('a', CallbackRequest.MaxBytes + 1)}";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begun));
        using var reader = new StreamReader(client.GetStream());

        Assert.That(await reader.ReadLineAsync(), Does.StartWith("HTTP/1.1 413 "));
    }

    [Test]
    public async Task Other_paths_take_no_bodies_for_all_that()
    {
        await using var stage = await OpenAsync();

        using var response = await PostAsync(stage, $"/g/{WebStage.Code}", new string('a', 4096));

        Assert.That((int)response.StatusCode, Is.GreaterThanOrEqualTo(400));
    }

    [Test]
    public async Task Call_that_the_adapter_fails_on_is_to_be_delivered_again()
    {
        await using var stage = await OpenAsync();
        _adapter.Answer = (_, _) => throw new InvalidOperationException("secret");

        using var response = await PostAsync(stage, "/callback/preview/main", "x");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Not.Contain("secret"));
    }

    [Test]
    public async Task What_a_call_brings_is_on_record_when_it_is_answered_and_once()
    {
        await using var stage = await OpenAsync();
        _adapter.Answer = async (request, events) =>
        {
            await events.TakeAsync(new ChatEvent.MessageReceived("demo", "1", stage.Clock.Now, "m-1", "帮助", IsToBot: false), default);
            return new CallbackReply(200);
        };

        using var first = await PostAsync(stage, "/callback/preview/main", "x");
        using var again = await PostAsync(stage, "/callback/preview/main", "x");

        Assert.That(await stage.Get<IChatInbox>().OpenAsync(default), Has.Count.EqualTo(1));
    }

    private async Task<WebStage> OpenAsync(string bot = "true", string countsMembers = "true")
    {
        var stage = await WebStage.OpenAsync(services => services.AddSingleton(provider => Scope(provider.GetRequiredService<Foundation>())));
        stage.Folder.Write("groups.json", $$"""{ "groups": [{ "id": "mama-1", "name": "宝妈群", "owner": "li", "adapter": "preview", "address": "demo", "bot": {{bot}}, "audience": "mama", "schedule": "day" }] }""");
        stage.Folder.Write("bot.json", $$"""{ "bot": { "countsMembers": {{countsMembers}} } }""");
        Assert.That(stage.Foundation.Configuration.Refresh(), Is.Empty);
        return stage;

        PostingScope Scope(Foundation foundation) => new(
            new Dictionary<string, IMessagingAdapter> { ["preview"] = _adapter, ["silent"] = new PreviewAdapter(foundation.Settings.Adapters.Preview, foundation.Time) },
            new PublicLinks(foundation.Settings.PublicBaseUrl),
            foundation.Configuration,
            foundation.Settings.Posting);
    }

    private static async Task<HttpResponseMessage> PostAsync(WebStage stage, string path, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(stage.Http.BaseAddress!, path)) { Content = new StringContent(body) };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        // A long body is sent once it is asked for: one that is refused would be written into a connection that ends, which costs the writer the answer.
        request.Headers.ExpectContinue = body.Length > 1024;
        return await stage.Http.SendAsync(request);
    }

    private sealed class CalledAdapter : IMessagingAdapter, ICallbackReceiver
    {
        public List<CallbackRequest> Calls { get; } = [];

        public Func<CallbackRequest, IChatEvents, Task<CallbackReply>> Answer { get; set; } = (_, _) => Task.FromResult(new CallbackReply(202, "taken"));

        public string Name => "preview";

        public AdapterLimits Limits { get; } = new() { Kinds = MessageKinds.Text, TextLength = 2048 };

        public IReadOnlyCollection<string> Endpoints => ["main"];

        public bool Knows(string address) => true;

        public Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken) => Task.FromResult<SendResult>(new SendResult.Sent());

        public Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken) => Task.FromResult(AddressReport.Proven());

        public Task<CallbackReply> ReceiveAsync(CallbackRequest request, IChatEvents events, CancellationToken cancellationToken)
        {
            Calls.Add(request);
            return Answer(request, events);
        }
    }
}
