using System.Net;
using System.Text;
using DealBot.Contracts;
using DealBot.Simulators.OneBot;

namespace DealBot.EndToEnd.Running;

/// <summary>What strangers who know the address of callbacks achieve, at the service as it runs: nothing.</summary>
public sealed class CallbackTests
{
    private const string Never = "0 0 3 1 1 ? 2099";

    private Fleet _fleet = null!;
    private Shop _shop = null!;
    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _fleet = await Fleet.StartAsync();
        _shop = await Shop.OpenAsync(Never);
        _shop.PostThrough(_fleet.Settings(), Fleet.Channels.Where(channel => channel.Adapter is "onebot" or "telegram"), bot: true);
        _service = await RunningService.StartAsync(_shop.Path);
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        await _service.DisposeAsync();
        await _shop.DisposeAsync();
        await _fleet.DisposeAsync();
    }

    [TestCase("onebot", HttpStatusCode.NoContent)]
    [TestCase("telegram", HttpStatusCode.OK)]
    public async Task A_question_is_answered_once_and_what_is_forged_replayed_or_too_long_never(string adapter, HttpStatusCode taken)
    {
        var asked = Question(adapter, number: 1);
        Assert.That((await _service.CallAsync(adapter, Forged(Question(adapter, number: 2)))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await _service.CallAsync(adapter, Unsigned(Question(adapter, number: 3)))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await _service.CallAsync(adapter, Question(adapter, number: 4, padding: CallbackRequest.MaxBytes))).Status, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That((await _service.CallAsync(adapter, asked)).Status, Is.EqualTo(taken));
        Assert.That((await _service.CallAsync(adapter, asked)).Status, Is.EqualTo(taken));

        // Answers come in the order of their questions: once the last is answered, nothing else is to come.
        Assert.That((await _service.CallAsync(adapter, Question(adapter, number: 5))).Status, Is.EqualTo(taken));
        var answers = await Poll.UntilAsync(() => Task.FromResult(_fleet.Received()[adapter]), seen => seen.Count >= 2, "both questions answered");

        Assert.That(answers, Has.Count.EqualTo(2));
        Assert.That(answers, Is.All.Contain("查券"));
        Assert.That(_service.Said(), Does.Not.Contain("[ERR]"));
    }

    [Test]
    public async Task A_recorded_call_of_a_bridge_is_too_old_later()
    {
        Assert.That((await _service.CallAsync("onebot", Question("onebot", number: 6, minutesAgo: 11))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private static CallbackRequest Question(string adapter, int number, int padding = 0, int minutesAgo = 0)
    {
        var at = DateTimeOffset.UtcNow.AddMinutes(-minutesAgo).ToUnixTimeSeconds();
        var more = new string(' ', padding);
        return adapter == "onebot"
            ? Signed($$"""{{more}}{"time":{{at}},"self_id":10001000,"post_type":"message","message_type":"group","message_id":{{number}},"group_id":{{Fleet.QqGroup}},"user_id":{{number}},"message":[{"type":"text","data":{"text":"帮助"} }]}""")
            : Call("haojia", $$"""{{more}}{"update_id":{{number}},"message":{"message_id":{{number}},"date":{{at}},"chat":{"id":{{Fleet.TelegramChat}},"type":"supergroup"},"from":{"id":{{number}},"is_bot":false},"text":"帮助"} }""", "X-Telegram-Bot-Api-Secret-Token", Fleet.WebhookSecret);
    }

    private static CallbackRequest Signed(string body) => Call("qq", body, "X-Signature", OneBotSimulator.Sign(Fleet.OneBotToken, Encoding.UTF8.GetBytes(body)));

    private static CallbackRequest Call(string endpoint, string body, string header, string value) =>
        new(endpoint, "POST", new Dictionary<string, string>(), new Dictionary<string, string> { [header] = value }, Encoding.UTF8.GetBytes(body));

    private static CallbackRequest Forged(CallbackRequest call) =>
        call with { Headers = call.Headers.ToDictionary(header => header.Key, header => header.Value[..^1] + (header.Value[^1] == '0' ? '1' : '0')) };

    private static CallbackRequest Unsigned(CallbackRequest call) => call with { Headers = new Dictionary<string, string>() };
}
