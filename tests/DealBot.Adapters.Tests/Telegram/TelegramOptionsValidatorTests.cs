using DealBot.Adapters.Telegram;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests.Telegram;

public sealed class TelegramOptionsValidatorTests
{
    private static readonly TelegramOptions Good = TelegramStage.OptionsFor(new Uri("https://api.telegram.org"));

    [Test]
    public void Passes_good_options() => Assert.That(TelegramOptionsValidator.Validate(Good), Is.Empty);

    [TestCase("")]
    [TestCase("123456789")]
    [TestCase("bot123456789:AAF-dealbot_test_token_0123456789")]
    [TestCase("123456789:AAF-dealbot_test_token_0123456789\n")]
    public void Refuses_a_token_of_another_shape_without_showing_it(string token)
    {
        var fault = Faults(bot => bot with { Token = token }).Single();

        Assert.That((fault.Path, fault.Value), Is.EqualTo(("Bots.haojia.Token", (string?)null)));
    }

    [TestCase("http://telegram.example")]
    [TestCase("https://api.telegram.org/bot123456789:AAF-dealbot_test_token_0123456789/getMe")]
    [TestCase("https://api.telegram.org/?x=1")]
    public void Refuses_a_base_address_that_is_no_safe_root_without_showing_a_token(string url)
    {
        var fault = TelegramOptionsValidator.Validate(Good with { BaseUrl = new Uri(url) }).Single();

        Assert.That(fault.Path, Is.EqualTo("BaseUrl"));
        Assert.That($"{fault}", Does.Not.Contain(TelegramStage.Token));
    }

    [Test]
    public void Names_what_an_empty_entry_lacks()
    {
        var options = Good with { Bots = new Dictionary<string, TelegramBot> { ["haojia"] = null! }, Chats = new Dictionary<string, TelegramChat> { ["main"] = null! } };

        Assert.That(
            TelegramOptionsValidator.Validate(options).Select(fault => fault.Path), Is.EquivalentTo(new[] { "Bots.haojia.Token", "Chats.main.Bot", "Chats.main.ChatId" }));
    }

    [Test]
    public async Task A_token_where_a_name_belongs_is_not_shown()
    {
        var options = Good with { Chats = new Dictionary<string, TelegramChat> { ["main"] = new() { Bot = TelegramStage.Token, ChatId = TelegramStage.Token } } };
        await using var stage = await TelegramStage.SetAsync();

        Assert.That(string.Join('\n', TelegramOptionsValidator.Validate(options)), Does.Not.Contain(TelegramStage.Token));
        Assert.That($"{await stage.Adapter.SendAsync(Some.Request(TelegramStage.Token), CancellationToken.None)}", Does.Not.Contain(TelegramStage.Token));
    }

    [TestCase("short")]
    [TestCase("with a space in it, long enough")]
    public void Refuses_a_secret_that_Telegram_would_not_take(string secret) =>
        Assert.That(Faults(bot => bot with { WebhookSecret = secret }).Single().Path, Is.EqualTo("Bots.haojia.WebhookSecret"));

    [Test]
    public void Refuses_the_same_bot_or_chat_twice_and_chats_without_bot_or_id()
    {
        var options = Good with
        {
            Bots = new Dictionary<string, TelegramBot>(Good.Bots) { ["again"] = Good.Bots["haojia"] },
            Chats = new Dictionary<string, TelegramChat>(Good.Chats)
            {
                ["third"] = Good.Chats["main"],
                ["lost"] = new() { Bot = "haoja", ChatId = "-5" },
                ["none"] = new() { Bot = "haojia" },
                ["fast"] = new() { Bot = "haojia", ChatId = "-6", MessagesPerMinute = 21 },
            },
        };

        Assert.That(
            TelegramOptionsValidator.Validate(options).Select(fault => fault.Path),
            Is.EquivalentTo(new[] { "Bots.again.Token", "Chats.third.ChatId", "Chats.lost.Bot", "Chats.none.ChatId", "Chats.fast.MessagesPerMinute" }));
    }

    [Test]
    public void Options_do_not_show_the_secrets() =>
        Assert.That($"{Good} {Good.Bots["haojia"]} {string.Join(' ', Good.Bots)}", Does.Not.Contain(TelegramStage.Token));

    private static List<OptionFault> Faults(Func<TelegramBot, TelegramBot> change) =>
        [.. TelegramOptionsValidator.Validate(Good with { Bots = new Dictionary<string, TelegramBot> { ["haojia"] = change(Good.Bots["haojia"]) } })];
}
