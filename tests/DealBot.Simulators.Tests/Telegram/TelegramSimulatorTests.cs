using System.Net.Http.Json;
using System.Text.Json;
using DealBot.Simulators.Telegram;

namespace DealBot.Simulators.Tests.Telegram;

/// <summary>What Telegram says when it does not post.</summary>
public sealed class TelegramSimulatorTests
{
    private const string Token = "123456789:AAmade-up";
    private const long Chat = -1001234567890;

    private TelegramSimulator _telegram = null!;
    private HttpClient _http = null!;

    [SetUp]
    public async Task Start() => (_http, _telegram) = (new HttpClient(), await TelegramSimulator.StartAsync(
        new TelegramSimulatorOptions { Bots = new Dictionary<string, string> { [Token] = "haojia_bot" }, Chats = new Dictionary<long, string> { [Chat] = "宝妈群" } }, CancellationToken.None));

    [TearDown]
    public async Task Stop()
    {
        _http.Dispose();
        await _telegram.DisposeAsync();
    }

    [Test]
    public async Task Asks_who_posts_too_much_into_a_group_to_wait()
    {
        for (var message = 0; message < 20; message++)
        {
            Assert.That((await PostAsync()).GetProperty("ok").GetBoolean(), Is.True);
        }

        var refused = await PostAsync();

        Assert.That(refused.GetProperty("error_code").GetInt32(), Is.EqualTo(429));
        Assert.That(refused.GetProperty("parameters").GetProperty("retry_after").GetInt32(), Is.InRange(1, 60));
        Assert.That(_telegram.Received, Has.Count.EqualTo(20));
    }

    [Test]
    public async Task Tells_the_new_id_of_a_group_that_became_a_supergroup()
    {
        _telegram.Migrate(Chat, -1009999);

        var refused = await PostAsync();

        Assert.That(refused.GetProperty("error_code").GetInt32(), Is.EqualTo(400));
        Assert.That(refused.GetProperty("parameters").GetProperty("migrate_to_chat_id").GetInt64(), Is.EqualTo(-1009999));
    }

    [Test]
    public async Task Forbids_a_bot_that_was_removed()
    {
        _telegram.Kick(Chat);

        Assert.That((await PostAsync()).GetProperty("error_code").GetInt32(), Is.EqualTo(403));
    }

    [Test]
    public async Task Knows_no_other_token() => Assert.That((await PostAsync("1:AAanother")).GetProperty("error_code").GetInt32(), Is.EqualTo(401));

    private async Task<JsonElement> PostAsync(string token = Token)
    {
        using var response = await _http.PostAsJsonAsync(new Uri(_telegram.BaseAddress, $"/bot{token}/sendMessage"), new { chat_id = Chat, text = "好价" });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
