using System.Text.Json.Nodes;
using DealBot.Simulators.Chat;
using DealBot.Simulators.DingTalk;
using DealBot.Simulators.Feishu;
using DealBot.Simulators.OneBot;
using DealBot.Simulators.Telegram;
using DealBot.Simulators.Wechaty;
using DealBot.Simulators.WeCom;

namespace DealBot.EndToEnd.Running;

/// <summary>Six simulated platforms with one group each, and the settings that lead to them.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    public const long QqGroup = 123456;
    public const long TelegramChat = -1001234567890;
    public const string OneBotToken = "made-up-token-of-a-bridge";
    public const string WebhookSecret = "made-up-secret-of-a-webhook";

    private const string WeComKey = "11111111-2222-4333-8444-555555555555";
    private const string FeishuToken = "66666666-2222-4333-8444-555555555555";
    private const string TelegramToken = "123456789:AAmade-up-token-of-a-bot-0123456789";
    private const string WechatyToken = "puppet_0f3c1a52-6d1b-4c6e-9b1e-5d7e2a9c4b11";
    private const string Room = "19000000001@chatroom";

    private static readonly string DingTalkToken = new('d', 64);

    private readonly WeComSimulator _weCom;
    private readonly DingTalkSimulator _dingTalk;
    private readonly FeishuSimulator _feishu;
    private readonly WechatySimulator _wechaty;

    private Fleet(WeComSimulator weCom, DingTalkSimulator dingTalk, FeishuSimulator feishu, OneBotSimulator oneBot, TelegramSimulator telegram, WechatySimulator wechaty) =>
        (_weCom, _dingTalk, _feishu, OneBot, Telegram, _wechaty) = (weCom, dingTalk, feishu, oneBot, telegram, wechaty);

    /// <summary>NapCat, which departs from the standard.</summary>
    public OneBotSimulator OneBot { get; }

    public TelegramSimulator Telegram { get; }

    /// <summary>The group's adapter and address of each platform.</summary>
    public static IReadOnlyList<(string Adapter, string Address)> Channels { get; } =
        [("wecom", "robot"), ("dingtalk", "robot"), ("feishu", "robot"), ("onebot", "qq-group"), ("telegram", "channel"), ("wechaty", "room")];

    /// <summary>Everything that nobody may see.</summary>
    public static IReadOnlyList<string> Secrets { get; } = [WeComKey, DingTalkToken, FeishuToken, OneBotToken, TelegramToken, WebhookSecret, WechatyToken];

    public static async Task<Fleet> StartAsync() => new(
        await WeComSimulator.StartAsync(new WeComSimulatorOptions { Robots = new Dictionary<string, string> { [WeComKey] = "宝妈群" } }, CancellationToken.None),
        await DingTalkSimulator.StartAsync(new DingTalkSimulatorOptions { Robots = new Dictionary<string, SimulatedRobot> { [DingTalkToken] = new("宝妈群") } }, CancellationToken.None),
        await FeishuSimulator.StartAsync(new FeishuSimulatorOptions { Robots = new Dictionary<string, SimulatedRobot> { [FeishuToken] = new("宝妈群") } }, CancellationToken.None),
        await OneBotSimulator.StartAsync(
            new OneBotSimulatorOptions { Dialect = OneBotDialect.NapCat, AccessToken = OneBotToken, Groups = new Dictionary<long, string> { [QqGroup] = "宝妈群" } }, CancellationToken.None),
        await TelegramSimulator.StartAsync(
            new TelegramSimulatorOptions { Bots = new Dictionary<string, string> { [TelegramToken] = "haojia_bot" }, Chats = new Dictionary<long, string> { [TelegramChat] = "宝妈群" } }, CancellationToken.None),
        await WechatySimulator.StartAsync(
            new WechatySimulatorOptions { Time = TimeProvider.System, Token = WechatyToken, Rooms = [new WechatyChatRoom(Room, "宝妈群", "bot", "alice")] }, CancellationToken.None));

    /// <summary>The adapters' section of the settings.</summary>
    public JsonObject Settings() => new()
    {
        ["WeCom"] = Robot(_weCom, "Key", WeComKey),
        ["DingTalk"] = Robot(_dingTalk, "AccessToken", DingTalkToken),
        ["Feishu"] = Robot(_feishu, "Token", FeishuToken),
        [nameof(OneBot)] = new JsonObject
        {
            ["Bots"] = new JsonObject { ["qq"] = new JsonObject { ["Url"] = OneBot.BaseAddress.AbsoluteUri, ["AccessToken"] = OneBotToken, ["SecondsBetween"] = 1 } },
            ["Groups"] = new JsonObject { ["qq-group"] = new JsonObject { ["Bot"] = "qq", ["GroupId"] = QqGroup } },
        },
        [nameof(Telegram)] = new JsonObject
        {
            ["BaseUrl"] = Telegram.BaseAddress.AbsoluteUri,
            ["Bots"] = new JsonObject { ["haojia"] = new JsonObject { ["Token"] = TelegramToken, ["WebhookSecret"] = WebhookSecret } },
            ["Chats"] = new JsonObject { ["channel"] = new JsonObject { ["Bot"] = "haojia", ["ChatId"] = $"{TelegramChat}" } },
        },
        ["Wechaty"] = new JsonObject
        {
            ["Puppets"] = new JsonObject { ["home"] = new JsonObject { ["Endpoint"] = _wechaty.BaseAddress.AbsoluteUri, ["Token"] = WechatyToken } },
            ["Rooms"] = new JsonObject { ["room"] = new JsonObject { ["Puppet"] = "home", ["Id"] = Room } },
        },
    };

    /// <summary>What each platform's group was sent, as text.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Received() => new Dictionary<string, IReadOnlyList<string>>
    {
        ["wecom"] = [.. _weCom.Received.Select(message => message.Text!)],
        ["dingtalk"] = [.. _dingTalk.Received.Select(message => message.Content.GetProperty("content").GetString()!)],
        ["feishu"] = [.. _feishu.Received.Select(message => message.Content.GetProperty("text").GetString()!)],
        ["onebot"] = [.. OneBot.Received.Select(message => string.Concat(message.Parts.Select(part => part.Text)))],
        ["telegram"] = [.. Telegram.Received.Select(message => message.Text)],
        ["wechaty"] = [.. _wechaty.Received.Select(message => message.Text!)],
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var platform in new IAsyncDisposable[] { _weCom, _dingTalk, _feishu, OneBot, Telegram, _wechaty })
        {
            await platform.DisposeAsync();
        }
    }

    private static JsonObject Robot(ChatServer platform, string name, string key) => new()
    {
        ["BaseUrl"] = platform.BaseAddress.AbsoluteUri,
        ["Robots"] = new JsonObject { ["robot"] = new JsonObject { [name] = key } },
    };
}
