using System.Net;
using DealBot.Adapters.Telegram;
using DealBot.Contracts;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Adapters.Tests.Telegram;

/// <summary>What each refusal of Telegram does to the message and to the bot.</summary>
public sealed class TelegramErrorTests
{
    [TestCase("""{"ok":true,"result":{"message_id":17,"date":1760000000,"chat":{"id":-1001234567890}}}""", "17")]
    [TestCase("""{"ok":true,"result":true}""", null)]
    public async Task Is_sent_when_Telegram_says_so(string answer, string? id) => Assert.That(await SendAsync(answer, 200), Is.EqualTo(new SendResult.Sent(id)));

    [TestCase(7, 7)]
    [TestCase(3600, 3600)]
    [TestCase(0, 60)]
    [TestCase(9_999_999, 86_400)]
    public async Task Is_quiet_exactly_as_long_as_Telegram_says(int retryAfter, int seconds)
    {
        var result = (SendResult.Throttled)await SendAsync(
            $$"""{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":{{retryAfter}} } }""", 429);

        Assert.That((result.Delay, result.IsOwnCount), Is.EqualTo((TimeSpan.FromSeconds(seconds), false)));
    }

    [TestCase("Unauthorized", 401)]
    [TestCase("Not Found", 404)]
    public async Task A_wrong_token_stops_the_bot_and_is_named(string description, int code)
    {
        var result = (SendResult.Rejected)await RefusedAsync(description, code);

        Assert.That((result.Field, result.OnlyThisAddress), Is.EqualTo((nameof(TelegramBot.Token), false)));
    }

    [Test]
    public async Task A_group_that_became_a_supergroup_is_named_with_its_new_id()
    {
        var result = (SendResult.Rejected)await SendAsync(
            """{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1009999}}""", 400);

        Assert.That((result.Field, result.OnlyThisAddress), Is.EqualTo((nameof(TelegramChat.ChatId), true)));
        Assert.That(result.Reason.Zh, Does.Contain("-1009999"));
    }

    [TestCase("Forbidden: bot was kicked from the supergroup chat", 403)]
    [TestCase("Forbidden: bot was blocked by the user", 403)]
    [TestCase("Bad Request: not enough rights to send text messages to the chat", 400)]
    [TestCase("Bad Request: CHAT_WRITE_FORBIDDEN", 400)]
    public async Task A_closed_group_does_not_stop_the_bot_elsewhere(string description, int code) =>
        Assert.That(await RefusedAsync(description, code), Is.InstanceOf<SendResult.Blocked>().With.Property(nameof(SendResult.OnlyThisAddress)).True);

    [TestCase("Bad Request: chat not found")]
    [TestCase("Bad Request: group chat was deactivated")]
    public async Task A_group_that_is_not_found_is_a_wrong_id(string description)
    {
        var result = (SendResult.Rejected)await RefusedAsync(description, 400);

        Assert.That((result.Field, result.OnlyThisAddress), Is.EqualTo((nameof(TelegramChat.ChatId), true)));
    }

    [TestCase("Bad Request: message is too long", 400)]
    [TestCase("Bad Request: PHOTO_INVALID_DIMENSIONS", 400)]
    [TestCase("Request Entity Too Large", 413)]
    public async Task A_message_that_is_refused_says_why_and_nothing_of_the_bot(string description, int code)
    {
        var result = (SendResult.Rejected)await RefusedAsync(description, code);

        Assert.That(result.Field, Is.Null);
        Assert.That(result.Reason.En, Does.Contain(description));
    }

    [TestCase("""{"ok":false,"error_code":500,"description":"Internal Server Error"}""", 500)]
    [TestCase("""{"ok":true,"result":{}}""", 502)]
    [TestCase("""{"ok":"true","result":{"message_id":1}}""", 200)]
    [TestCase("""{"ok":null}""", 200)]
    [TestCase("{}", 200)]
    [TestCase("[]", 200)]
    [TestCase("OK", 200)]
    public async Task What_is_no_clear_answer_leaves_the_outcome_unknown(string answer, int status) =>
        Assert.That(await SendAsync(answer, status), Is.InstanceOf<SendResult.Unknown>());

    private static Task<SendResult> RefusedAsync(string description, int code) =>
        SendAsync($$"""{"ok":false,"error_code":{{code}},"description":"{{description}}"}""", code);

    private static async Task<SendResult> SendAsync(string answer, int status)
    {
        using var http = new HttpClient(new CannedAnswer(answer, (HttpStatusCode)status));
        var adapter = new TelegramAdapter(TelegramStage.OptionsFor(new Uri("https://telegram.example")), http, new ManualTime(), NullLogger<TelegramAdapter>.Instance);
        return await adapter.SendAsync(Some.Request("main"), CancellationToken.None);
    }
}
