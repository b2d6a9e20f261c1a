using System.Text;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests.Telegram;

/// <summary>What is made of updates, and which calls of a webhook are taken.</summary>
public sealed class TelegramUpdateTests
{
    private TelegramStage _stage = null!;
    private EventLog _log = null!;

    [SetUp]
    public async Task SetStage() => (_stage, _log) = (await TelegramStage.SetAsync(), new EventLog());

    [TearDown]
    public async Task CloseStage() => await _stage.DisposeAsync();

    [Test]
    public async Task A_members_text_is_told() => Assert.That(
        await ToldAsync(Message("""  "text":"找 纸尿裤" """)),
        Is.EqualTo(new ChatEvent.MessageReceived("main", "m55", DateTimeOffset.FromUnixTimeSeconds(1_760_000_000), "200300", "找 纸尿裤", IsToBot: false)));

    [TestCase("""  "text":"@Haojia_Bot 帮助","entities":[{"type":"mention","offset":0,"length":11}] """, "帮助", true)]
    [TestCase("""  "text":"😀 @haojia_bot 帮助","entities":[{"type":"mention","offset":3,"length":11}] """, "😀  帮助", true)]
    [TestCase("""  "text":"/help@haojia_bot 好价","entities":[{"type":"bot_command","offset":0,"length":16}] """, "/help 好价", true)]
    [TestCase("""  "text":"@other_bot 帮助","entities":[{"type":"mention","offset":0,"length":10}] """, "@other_bot 帮助", false)]
    [TestCase("""  "text":"好价 帮助","entities":[{"type":"text_mention","offset":0,"length":2,"user":{"id":123456789}}] """, "帮助", true)]
    [TestCase("""  "text":"帮助","reply_to_message":{"from":{"id":123456789,"is_bot":true}} """, "帮助", true)]
    [TestCase("""  "text":"帮助","reply_to_message":{"from":{"id":5}} """, "帮助", false)]
    [TestCase("""  "text":"查券 这个","entities":[{"type":"text_link","offset":3,"length":2,"url":"https://item.jd.com/1.html"}] """, "查券 这个\nhttps://item.jd.com/1.html", false)]
    [TestCase("""  "caption":"查券 https://item.jd.com/1.html","photo":[] """, "查券 https://item.jd.com/1.html", false)]
    [TestCase("""  "text":"帮助","entities":[{"type":"mention","offset":1,"length":2000000000},{"type":"mention","offset":-5,"length":3},{"type":"mention"}] """, "帮助", false)]
    [TestCase("""  "text":"/a 帮助","entities":[{"type":"text_mention","offset":0,"length":2,"user":{"id":123456789}}] """, "帮助", true)]
    [TestCase("""  "text":"@haojia_bot 帮助","entities":[{"type":"mention","offset":0,"length":11},{"type":"text_mention","offset":3,"length":11,"user":{"id":123456789}}] """, "@ha", true)]
    [TestCase("""  "text":"\ud83d 帮助 \\ud83d \ud83d\ude00" """, "\ufffd 帮助 \\ud83d \U0001f600", false)]
    public async Task Mentions_replies_and_links_behind_words_are_understood(string parts, string text, bool isToBot)
    {
        var told = (ChatEvent.MessageReceived?)await ToldAsync(Message(parts));

        Assert.That((told!.Text, told.IsToBot), Is.EqualTo((text, isToBot)));
    }

    [TestCase("left", "member", typeof(ChatEvent.MembersJoined))]
    [TestCase("kicked", "administrator", typeof(ChatEvent.MembersJoined))]
    [TestCase("member", "left", typeof(ChatEvent.MembersLeft))]
    [TestCase("administrator", "kicked", typeof(ChatEvent.MembersLeft))]
    [TestCase("member", "administrator", null)]
    [TestCase("left", "kicked", null)]
    public async Task Members_who_come_and_go_are_told(string before, string after, Type? told)
    {
        var chatEvent = await ToldAsync(Change(before, after));

        Assert.That(chatEvent?.GetType(), Is.EqualTo(told));
        Assert.That(chatEvent?.EventId, Is.EqualTo(told is null ? null : "u77"));
    }

    private static IEnumerable<TestCaseData> NotTold()
    {
        yield return Case("a bot", Message("\"text\":\"好价\"").Replace("\"is_bot\":false", "\"is_bot\":true", StringComparison.Ordinal));
        yield return Case("another chat", Message("\"text\":\"好价\"").Replace("-1001234567890", "-1", StringComparison.Ordinal));
        yield return Case("a picture without words", Message("\"photo\":[]"));
        yield return Case("an edited message", Message("\"text\":\"好价\"").Replace("\"message\":", "\"edited_message\":", StringComparison.Ordinal));
        yield return Case("nothing", "{}");
        yield return Case("no object", "[]");
    }

    [TestCaseSource(nameof(NotTold))]
    public async Task What_concerns_nobody_is_confirmed_and_not_told(string update)
    {
        Assert.That((await ReceiveAsync(update, TelegramStage.WebhookSecret)).Status, Is.EqualTo(200));
        Assert.That(_log.All, Is.Empty);
    }

    [Test]
    public async Task A_public_group_is_known_by_its_name()
    {
        var adapter = _stage.NewAdapter(options => options with
        {
            Bots = options.Bots.ToDictionary(bot => bot.Key, bot => bot.Value with { WebhookSecret = TelegramStage.WebhookSecret }),
            Chats = options.Chats.ToDictionary(chat => chat.Key, chat => chat.Value with { ChatId = chat.Key == "main" ? "@haojia_group" : "-5" }),
        });
        var update = Message("\"text\":\"好价\"").Replace("\"id\":-1001234567890", "\"id\":-1001234567890,\"username\":\"Haojia_Group\"", StringComparison.Ordinal);

        await adapter.ReceiveAsync(RequestOf(update, TelegramStage.WebhookSecret), _log, CancellationToken.None);

        Assert.That(_log.All.Single().Address, Is.EqualTo("main"));
    }

    [TestCase("another-secret-0123")]
    [TestCase("")]
    [TestCase(null)]
    public async Task A_forged_call_is_refused_and_tells_nothing(string? secret)
    {
        Assert.That(await ReceiveAsync(Message("\"text\":\"日报\""), secret), Is.EqualTo(new CallbackReply(403)));
        Assert.That(_log.All, Is.Empty);
    }

    [Test]
    public async Task A_bot_without_a_webhook_takes_no_calls()
    {
        Assert.That(_stage.Adapter.Endpoints, Is.Empty);
        Assert.That((await _stage.Adapter.ReceiveAsync(RequestOf(Message("\"text\":\"日报\""), ""), _log, CancellationToken.None)).Status, Is.EqualTo(403));
    }

    [Test]
    public async Task What_is_no_JSON_is_refused() => Assert.That((await ReceiveAsync("好价", TelegramStage.WebhookSecret)).Status, Is.EqualTo(403));

    [Test]
    public void What_was_not_taken_is_not_confirmed_to_Telegram()
    {
        _log.Failure = new InvalidOperationException("the database is busy");

        Assert.That(async () => await ReceiveAsync(Message("\"text\":\"好价\""), TelegramStage.WebhookSecret), Throws.InvalidOperationException);
    }

    private async Task<ChatEvent?> ToldAsync(string update)
    {
        await ReceiveAsync(update, TelegramStage.WebhookSecret);
        return _log.All.SingleOrDefault();
    }

    private Task<CallbackReply> ReceiveAsync(string update, string? secret) =>
        _stage.WithBot(bot => bot with { WebhookSecret = TelegramStage.WebhookSecret }).ReceiveAsync(RequestOf(update, secret), _log, CancellationToken.None);

    private static CallbackRequest RequestOf(string update, string? secret)
    {
        var headers = new Dictionary<string, string>();
        if (secret is not null)
            headers["x-telegram-bot-api-secret-token"] = secret;
        return new CallbackRequest("haojia", "POST", new Dictionary<string, string>(), headers, Encoding.UTF8.GetBytes(update));
    }

    internal static string Message(string parts) =>
        $$"""{"update_id":77,"message":{"message_id":55,"date":1760000000,"chat":{"id":-1001234567890,"type":"supergroup"},"from":{"id":200300,"is_bot":false},{{parts}} } }""";

    private static string Change(string before, string after) =>
        $$"""{"update_id":77,"chat_member":{"date":1760000000,"chat":{"id":-1001234567890},"from":{"id":1},"old_chat_member":{"status":"{{before}}","user":{"id":9,"is_bot":false} },"new_chat_member":{"status":"{{after}}","user":{"id":9,"is_bot":false} } } }""";

    private static TestCaseData Case(string name, string update) => new TestCaseData(update).SetArgDisplayNames(name);
}
