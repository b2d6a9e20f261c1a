using System.Text;
using DealBot.Adapters.OneBot;
using DealBot.Contracts;
using DealBot.Simulators.OneBot;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Adapters.Tests.OneBot;

public sealed class OneBotCallbackTests
{
    private const string Secret = "dealbot-onebot-secret";
    private const long Moment = 1_760_000_000;

    private const string Joined =
        """{"time":1760000000,"self_id":10001000,"post_type":"notice","notice_type":"group_increase","sub_type":"approve","group_id":123456,"operator_id":0,"user_id":200300}""";

    private readonly ManualTime _time = new();
    private readonly EventLog _log = new();
    private HttpClient _http = null!;

    [OneTimeSetUp]
    public void SetClock()
    {
        _http = new HttpClient();
        _time.Advance(DateTimeOffset.FromUnixTimeSeconds(Moment) - _time.GetUtcNow());
    }

    [OneTimeTearDown]
    public void DisposeClient() => _http.Dispose();

    [TestCase(Joined, "sha1=59fb1e0f891b32b8c6a86ec55978a16834d48fe8", 204)]
    [TestCase("""{"post_type":"message","message_type":"group","raw_message":"京东好价"}""", "sha1=0f6c51d4d4f9eaeedae3f481fdc8a18eb4a33fb4", 403)]
    public async Task The_documented_signatures_are_recognised_and_what_bears_no_time_is_refused(string body, string signature, int status)
    {
        Assert.That(OneBotSimulator.Sign(Secret, Encoding.UTF8.GetBytes(body)), Is.EqualTo(signature));
        Assert.That((await ReceiveAsync(body, signature)).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task A_signed_event_is_told()
    {
        await ReceiveAsync(Joined);

        Assert.That(_log.All[^1], Is.InstanceOf<ChatEvent.MembersJoined>().With.Property(nameof(ChatEvent.Address)).EqualTo("main"));
        Assert.That(((ChatEvent.MembersJoined)_log.All[^1]).Count, Is.EqualTo(1));
    }

    [Test]
    public async Task The_same_event_again_has_the_same_id_and_another_has_another()
    {
        await ReceiveAsync(Joined);
        await ReceiveAsync(Joined);
        await ReceiveAsync(Joined.Replace("200300", "200301", StringComparison.Ordinal));

        var ids = _log.All.TakeLast(3).Select(told => told.EventId).ToList();
        Assert.That(ids[0], Is.EqualTo(ids[1]).And.Length.LessThanOrEqualTo(120));
        Assert.That(ids[2], Is.Not.EqualTo(ids[0]));
    }

    [Test]
    public async Task NapCat_signs_with_the_token_itself()
    {
        var adapter = Adapter(bot => bot with { Secret = "", AccessToken = "the-very-token" });
        var reply = await adapter.ReceiveAsync(RequestOf(Joined, OneBotSimulator.Sign("the-very-token", Encoding.UTF8.GetBytes(Joined))), _log, CancellationToken.None);

        Assert.That(reply.Status, Is.EqualTo(204));
    }

    [TestCase("sha1=59fb1e0f891b32b8c6a86ec55978a16834d48fe9")]
    [TestCase("59fb1e0f891b32b8c6a86ec55978a16834d48fe8")]
    [TestCase("")]
    [TestCase(null)]
    public async Task A_forged_call_is_refused_and_tells_nothing(string? signature)
    {
        var before = _log.All.Count;

        var reply = await ReceiveAsync(Joined, signature);

        Assert.That(reply, Is.EqualTo(new CallbackReply(403)));
        Assert.That(_log.All, Has.Count.EqualTo(before));
    }

    [TestCase(-11)]
    [TestCase(11)]
    public async Task A_signed_call_of_another_time_is_refused(int minutes)
    {
        var before = _log.All.Count;
        var replayed = Joined.Replace($"{Moment}", $"{Moment + (minutes * 60)}", StringComparison.Ordinal);

        var reply = await ReceiveAsync(replayed);

        Assert.That((reply.Status, _log.All.Count), Is.EqualTo((403, before)));
    }

    [Test]
    public async Task A_body_changed_by_one_byte_is_refused()
    {
        var signature = OneBotSimulator.Sign(Secret, Encoding.UTF8.GetBytes(Joined));

        Assert.That((await ReceiveAsync(Joined + " ", signature)).Status, Is.EqualTo(403));
    }

    [TestCase("not json")]
    [TestCase("[]")]
    [TestCase("null")]
    public async Task What_is_no_event_is_refused(string body) => Assert.That((await ReceiveAsync(body)).Status, Is.EqualTo(403));

    [Test]
    public async Task The_call_of_another_account_is_refused()
    {
        var adapter = Adapter(bot => bot with { SelfId = 10001000 });
        var request = RequestOf(Joined, OneBotSimulator.Sign(Secret, Encoding.UTF8.GetBytes(Joined)), selfId: "10009999");

        Assert.That((await adapter.ReceiveAsync(request, _log, CancellationToken.None)).Status, Is.EqualTo(403));
    }

    [Test]
    public void A_bot_without_any_secret_takes_no_calls()
    {
        Assert.That(Adapter(bot => bot with { Secret = "", AccessToken = "" }).Endpoints, Is.Empty);
        Assert.That(Adapter(bot => bot).Endpoints, Is.EqualTo(new[] { "qq" }));
    }

    [Test]
    public async Task What_was_not_taken_is_not_confirmed_to_the_bridge()
    {
        _log.Failure = new InvalidOperationException("the database is busy");

        Assert.That(async () => await ReceiveAsync(Joined), Throws.InvalidOperationException);
        Assert.That((await ReceiveAsync(Joined)).Status, Is.EqualTo(204));
    }

    private Task<CallbackReply> ReceiveAsync(string body) => ReceiveAsync(body, OneBotSimulator.Sign(Secret, Encoding.UTF8.GetBytes(body)));

    private Task<CallbackReply> ReceiveAsync(string body, string? signature) =>
        Adapter(bot => bot).ReceiveAsync(RequestOf(body, signature), _log, CancellationToken.None);

    private OneBotAdapter Adapter(Func<OneBotBot, OneBotBot> change)
    {
        var options = OneBotStage.OptionsFor(new Uri("http://127.0.0.1:3000"));
        var bot = change(options.Bots["qq"] with { Secret = Secret, SelfId = 0 });
        return new OneBotAdapter(
            options with { Bots = new Dictionary<string, OneBotBot> { ["qq"] = bot } }, _http, _time, NullLogger<OneBotAdapter>.Instance);
    }

    private static CallbackRequest RequestOf(string body, string? signature, string selfId = "10001000")
    {
        var headers = new Dictionary<string, string> { ["x-self-id"] = selfId };
        if (signature is not null)
            headers["x-signature"] = signature;
        return new CallbackRequest("qq", "POST", new Dictionary<string, string>(), headers, Encoding.UTF8.GetBytes(body));
    }
}
