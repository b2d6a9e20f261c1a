using DealBot.Adapters.Telegram;
using DealBot.Contracts;
using DealBot.Simulators.Telegram;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Adapters.Tests.Telegram;

/// <summary>The Telegram adapter and the simulator, over real HTTP, on one manual clock.</summary>
internal sealed class TelegramStage : SimulatedStage
{
    public const string Token = "123456789:AAF-dealbot_test_token_0123456789";
    public const string WebhookSecret = "dealbot-webhook-secret";
    public const long ChatId = -1001234567890;

    private readonly HttpClient _http = new();

    private TelegramStage(TelegramSimulator simulator, ManualTime simulatorTime)
        : base(simulator)
    {
        (Simulator, SimulatorTime) = (simulator, simulatorTime);
        Adapter = NewAdapter();
    }

    public override TelegramAdapter Adapter { get; }

    public TelegramSimulator Simulator { get; }

    /// <summary>The adapter's clock.</summary>
    public ManualTime Time { get; } = new();

    /// <summary>Telegram's.</summary>
    public ManualTime SimulatorTime { get; }

    public override IReadOnlyList<string> Secrets => [Token];

    public static async Task<TelegramStage> SetAsync()
    {
        var time = new ManualTime();
        var options = new TelegramSimulatorOptions
        {
            Time = time,
            Bots = new Dictionary<string, string> { [Token] = "haojia_bot" },
            Chats = new Dictionary<long, string> { [ChatId] = "宝妈好价群", [-100200] = "快递群" },
        };
        return new TelegramStage(await TelegramSimulator.StartAsync(options, CancellationToken.None), time);
    }

    /// <summary>One more adapter with other settings.</summary>
    public TelegramAdapter NewAdapter(Func<TelegramOptions, TelegramOptions>? change = null) =>
        new((change ?? (options => options))(OptionsFor(Simulator.BaseAddress)), _http, Time, NullLogger<TelegramAdapter>.Instance);

    /// <summary>One more adapter whose bot has other settings.</summary>
    public TelegramAdapter WithBot(Func<TelegramBot, TelegramBot> change) => NewAdapter(options => options with
    {
        Bots = new Dictionary<string, TelegramBot> { ["haojia"] = change(options.Bots["haojia"]) },
    });

    public static TelegramOptions OptionsFor(Uri baseUrl) => new()
    {
        BaseUrl = baseUrl,
        Bots = new Dictionary<string, TelegramBot> { ["haojia"] = new() { Token = Token, Username = "haojia_bot" } },
        Chats = new Dictionary<string, TelegramChat>
        {
            ["main"] = new() { Bot = "haojia", ChatId = $"{ChatId}" },
            ["second"] = new() { Bot = "haojia", ChatId = "-100200" },
        },
    };

    public Task<SendResult> SendAsync(OutgoingMessage? message = null) => Adapter.SendAsync(Some.Request(Known, message), CancellationToken.None);

    public override IReadOnlyList<OutgoingMessage> Delivered() => [.. Simulator.Received.Select(AsMessage)];

    protected override IMessagingAdapter AdapterAt(Uri baseAddress) => NewAdapter(_ => OptionsFor(baseAddress));

    protected override int? CodeOf(PlatformFault fault) => fault switch
    {
        PlatformFault.OverQuota => 429,
        PlatformFault.Blocked => 403,
        _ => null,
    };

    public override async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await base.DisposeAsync();
    }

    private static OutgoingMessage AsMessage(TelegramReceived received) => received switch
    {
        { Button: not null } => CardOf(received),
        { FileName: { } name } => new OutgoingMessage.File(received.Document, name),
        { Photo.IsEmpty: false, Text: "" } => PhotoOf(received),
        { Photo.IsEmpty: false } => new OutgoingMessage.Captioned(PhotoOf(received), received.Text),
        _ => new OutgoingMessage.Text(received.Text),
    };

    private static OutgoingMessage.Image PhotoOf(TelegramReceived received) => new(received.Photo, "image/png");

    /// <summary>Cards arrive as lines: title, facts, description.</summary>
    private static OutgoingMessage CardOf(TelegramReceived received)
    {
        var (lines, url) = (received.Text.Split('\n'), new Uri(received.ButtonUrl!));
        var facts = lines[1..].Select(line => line.Split('：')).Where(parts => parts.Length == 2).Select(parts => new CardFact(parts[0], parts[1])).ToList();
        return facts.Count > 0
            ? new OutgoingMessage.Card(lines[0], lines[^1], facts, received.Button!, url, null)
            : new OutgoingMessage.News(lines[0], lines[1], url, null);
    }
}
