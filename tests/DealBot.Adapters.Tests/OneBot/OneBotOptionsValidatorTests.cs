using DealBot.Adapters.OneBot;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests.OneBot;

public sealed class OneBotOptionsValidatorTests
{
    private static readonly OneBotOptions Good = OneBotStage.OptionsFor(new Uri("ws://127.0.0.1:3001"));

    [Test]
    public void Passes_good_options() => Assert.That(OneBotOptionsValidator.Validate(Good), Is.Empty);

    [TestCase("ftp://127.0.0.1")]
    [TestCase("http://127.0.0.1:3000?access_token=napcat-token-1234")]
    [TestCase("http://user:napcat-token-1234@127.0.0.1:3000")]
    public void Refuses_an_address_that_is_none_or_holds_a_secret_without_showing_it(string url)
    {
        var fault = Faults(bot => bot with { Url = new Uri(url) }).Single();

        Assert.That(fault.Path, Is.EqualTo("Bots.qq.Url"));
        Assert.That($"{fault}", Does.Not.Contain(OneBotStage.Token));
    }

    [Test]
    public void A_bridge_elsewhere_without_a_token_is_open_to_everybody()
    {
        Assert.That(Faults(bot => bot with { Url = new Uri("http://10.0.0.7:3000"), AccessToken = "" }).Single().Path, Is.EqualTo("Bots.qq.AccessToken"));
        Assert.That(Faults(bot => bot with { AccessToken = "" }), Is.Empty, "on this machine nobody else gets there");
    }

    [Test]
    public void Names_what_an_empty_entry_lacks()
    {
        var options = Good with { Bots = new Dictionary<string, OneBotBot> { ["qq"] = null! }, Groups = new Dictionary<string, OneBotGroup> { ["main"] = null! } };

        Assert.That(
            OneBotOptionsValidator.Validate(options).Select(fault => fault.Path), Is.EquivalentTo(new[] { "Bots.qq.Url", "Groups.main.Bot", "Groups.main.GroupId" }));
    }

    [TestCase("Bearer napcat-token-1234")]
    [TestCase("napcat-token-1234\n")]
    [TestCase("令牌-napcat-1234")]
    public void Refuses_a_token_that_no_header_can_hold_without_showing_it(string token)
    {
        var fault = Faults(bot => bot with { AccessToken = token }).Single();

        Assert.That((fault.Path, fault.Value), Is.EqualTo(("Bots.qq.AccessToken", (string?)null)));
    }

    [TestCase(0, 20, null, "Bots.qq.SecondsBetween")]
    [TestCase(5, 61, null, "Bots.qq.MessagesPerMinute")]
    [TestCase(5, 1, null, "Bots.qq.MessagesPerMinute")]
    [TestCase(5, 20, 1, "Bots.qq.MessagesPerHour")]
    public void Refuses_a_pace_out_of_range(int seconds, int perMinute, int? perHour, string path) =>
        Assert.That(Faults(bot => bot with { SecondsBetween = seconds, MessagesPerMinute = perMinute, MessagesPerHour = perHour }).Single().Path, Is.EqualTo(path));

    [Test]
    public void Refuses_a_secret_that_could_be_guessed() => Assert.That(Faults(bot => bot with { Secret = "short" }).Single().Path, Is.EqualTo("Bots.qq.Secret"));

    [Test]
    public void Refuses_a_group_of_an_unknown_bot_without_a_number_or_named_twice()
    {
        var options = Good with
        {
            Groups = new Dictionary<string, OneBotGroup>
            {
                ["main"] = Good.Groups["main"],
                ["again"] = Good.Groups["main"],
                ["lost"] = new() { Bot = "qqq", GroupId = 5 },
                ["none"] = new() { Bot = "qq" },
            },
        };

        Assert.That(
            OneBotOptionsValidator.Validate(options).Select(fault => fault.Path),
            Is.EquivalentTo(new[] { "Groups.again.GroupId", "Groups.lost.Bot", "Groups.none.GroupId" }));
    }

    [Test]
    public void Forwarded_messages_need_the_bots_number()
    {
        var options = Good with
        {
            Bots = new Dictionary<string, OneBotBot> { ["qq"] = Good.Bots["qq"] with { SelfId = 0 } },
            Groups = new Dictionary<string, OneBotGroup> { ["main"] = Good.Groups["main"] with { Forward = true } },
        };

        Assert.That(OneBotOptionsValidator.Validate(options).Single().Path, Is.EqualTo("Bots.qq.SelfId"));
    }

    [Test]
    public void Options_do_not_show_the_secrets() =>
        Assert.That($"{Good} {Good.Bots["qq"]} {string.Join(' ', Good.Bots)}", Does.Not.Contain(OneBotStage.Token));

    private static List<OptionFault> Faults(Func<OneBotBot, OneBotBot> change) =>
        [.. OneBotOptionsValidator.Validate(Good with { Bots = new Dictionary<string, OneBotBot> { ["qq"] = change(Good.Bots["qq"]) } })];
}
