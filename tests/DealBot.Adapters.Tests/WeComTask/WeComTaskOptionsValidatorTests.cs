using DealBot.Adapters.WeComTask;
using DealBot.Adapters.WeComTask.Callbacks;
using DealBot.Contracts;
using Microsoft.Extensions.Configuration;

namespace DealBot.Adapters.Tests.WeComTask;

public sealed class WeComTaskOptionsValidatorTests
{
    private static readonly WeComTaskOptions Good = WeComTaskStage.OptionsFor(new Uri("https://qyapi.weixin.qq.com"));

    private static readonly TestCaseData[] Faulty =
    [
        Fault("BaseUrl", Good with { BaseUrl = new Uri("http://a.example") }),
        Fault("CorpId", Good with { CorpId = " " }),
        Fault("Secret", Good with { Secret = "" }),
        Fault("AgentId", Good with { AgentId = null }),
        Fault("AgentId", Good with { AgentId = 0 }),
        Fault("TimeoutSeconds", Good with { TimeoutSeconds = 0 }),
        Fault("MessagesPerMonth", Good with { MessagesPerMonth = 32 }),
        Fault("Chats.a.ChatId", Good with { Chats = Chats(new WeComTaskChat { ChatId = "群", Sender = "zhangsan" }) }),
        Fault("Chats.a.Sender", Good with { Chats = Chats(new WeComTaskChat { ChatId = "wr1" }) }),
        Fault("Chats.a.MessagesPerDay", Good with { Chats = Chats(new WeComTaskChat { ChatId = "wr1", Sender = "zhangsan", MessagesPerDay = 0 }) }),
        Fault("Chats.b.ChatId", Good with { Chats = Chats(new WeComTaskChat { ChatId = "wr1", Sender = "a" }, new WeComTaskChat { ChatId = "wr1", Sender = "a" }) }),
        Fault("Members.boss", Good with { Members = new Dictionary<string, string> { ["boss"] = "" } }),
        Fault("Members.main", Good with { Members = new Dictionary<string, string> { ["main"] = "zhangsan" } }),
        Fault("Callback.Endpoint", Good with { Callback = Good.Callback! with { Endpoint = "../a" } }),
        Fault("Callback.Token", Good with { Callback = Good.Callback! with { Token = "" } }),
        Fault("Callback.EncodingAesKey", Good with { Callback = Good.Callback! with { EncodingAesKey = WeComTaskStage.CallbackKey[1..] } }),
        Fault("Callback.WindowSeconds", Good with { Callback = Good.Callback! with { WindowSeconds = 7200 } }),
    ];

    [Test]
    public void Passes_good_options() => Assert.That(WeComTaskOptionsValidator.Validate(Good), Is.Empty);

    [TestCaseSource(nameof(Faulty))]
    public void Names_the_field_without_showing_a_secret(string path, WeComTaskOptions options)
    {
        var fault = WeComTaskOptionsValidator.Validate(options).Single();

        Assert.That(fault.Path, Is.EqualTo(path));
        Assert.That($"{fault}", Does.Not.Contain(WeComTaskStage.Secret).And.Not.Contain(WeComTaskStage.CallbackKey[1..]));
    }

    [Test]
    public void Options_do_not_show_their_secrets() =>
        Assert.That($"{Good} {Good.Callback}", Does.Not.Contain(WeComTaskStage.Secret).And.Not.Contain(WeComTaskStage.CallbackToken).And.Not.Contain(WeComTaskStage.CallbackKey));

    [Test]
    public void Options_are_bound_from_configuration()
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Chats:main:ChatId", "wr1"), new("Members:boss", "zhangsan"), new("Callback:Token", "t"), new("ConfirmedStatus", "1")])
            .Build();

        var options = settings.Get<WeComTaskOptions>()!;

        Assert.That((options.Chats["main"].ChatId, options.Members["boss"], options.ConfirmedStatus), Is.EqualTo(("wr1", "zhangsan", 1)));
        Assert.That(options.Callback, Is.EqualTo(new WeComCallbackOptions { Token = "t" }));
    }

    private static Dictionary<string, WeComTaskChat> Chats(params WeComTaskChat[] chats) =>
        chats.Select((chat, index) => (Name: index == 0 ? "a" : "b", chat)).ToDictionary(pair => pair.Name, pair => pair.chat);

    private static TestCaseData Fault(string path, WeComTaskOptions options) => new TestCaseData(path, options).SetArgDisplayNames(path, $"{options.Chats.Count}");
}
