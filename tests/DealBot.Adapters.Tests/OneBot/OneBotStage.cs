using DealBot.Adapters.OneBot;
using DealBot.Contracts;
using DealBot.Simulators.OneBot;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Adapters.Tests.OneBot;

/// <summary>The OneBot adapter and a bridge, over HTTP or WebSocket.</summary>
internal sealed class OneBotStage : SimulatedStage
{
    public const string Token = "napcat-token-1234";
    public const long GroupId = 123456;
    public const long SelfId = 10001000;

    private readonly HttpClient _http = new();
    private readonly OneBotDialect _dialect;
    private readonly bool _isSocket;

    private OneBotStage(OneBotSimulator simulator, ManualTime time, OneBotDialect dialect, bool isSocket)
        : base(simulator)
    {
        (Simulator, Time, _dialect, _isSocket) = (simulator, time, dialect, isSocket);
        Adapter = NewAdapter();
    }

    public override OneBotAdapter Adapter { get; }

    public OneBotSimulator Simulator { get; }

    public ManualTime Time { get; }

    public override IReadOnlyList<string> Secrets => [Token];

    public Uri Address => _isSocket ? Simulator.SocketAddress : Simulator.BaseAddress;

    public static async Task<OneBotStage> SetAsync(OneBotDialect dialect = OneBotDialect.NapCat, bool isSocket = false)
    {
        var time = new ManualTime();
        var options = new OneBotSimulatorOptions
        {
            Time = time,
            Dialect = dialect,
            AccessToken = Token,
            SelfId = SelfId,
            Groups = new Dictionary<long, string> { [GroupId] = "宝妈好价群" },
        };
        return new OneBotStage(await OneBotSimulator.StartAsync(options, CancellationToken.None), time, dialect, isSocket);
    }

    /// <summary>One more adapter with other settings.</summary>
    public OneBotAdapter NewAdapter(Func<OneBotOptions, OneBotOptions>? change = null) =>
        new((change ?? (options => options))(OptionsFor(Address)), _http, Time, NullLogger<OneBotAdapter>.Instance);

    public static OneBotOptions OptionsFor(Uri url) => new()
    {
        Bots = new Dictionary<string, OneBotBot> { ["qq"] = new() { Url = url, AccessToken = Token, SelfId = SelfId } },
        Groups = new Dictionary<string, OneBotGroup> { ["main"] = new() { Bot = "qq", GroupId = GroupId } },
    };

    public Task<SendResult> SendAsync(OutgoingMessage? message = null) => Adapter.SendAsync(Some.Request(Known, message), CancellationToken.None);

    public override IReadOnlyList<OutgoingMessage> Delivered() => [.. Simulator.Received.Select(AsMessage)];

    /// <summary>On a WebSocket a gateway answers before a call or not at all: what it may say then, other than that it is too much, has tests of its own.</summary>
    public override IMessagingAdapter? Meet(PlatformFault fault)
    {
        switch (fault)
        {
            case PlatformFault.Html or PlatformFault.BadGateway when _isSocket:
                return null;
            case PlatformFault.TooManyRequests when _isSocket:
                Simulator.RefuseSockets(429, "90");
                return Adapter;
            default:
                return base.Meet(fault);
        }
    }

    protected override IMessagingAdapter AdapterAt(Uri baseAddress) => NewAdapter(_ => OptionsFor(!_isSocket
        ? baseAddress
        : new UriBuilder(baseAddress) { Scheme = baseAddress.Scheme == "https" ? "wss" : "ws" }.Uri));

    protected override int? CodeOf(PlatformFault fault) => (fault, _dialect) switch
    {
        (PlatformFault.Blocked, OneBotDialect.NapCat) => OneBotCodes.Muted,
        (PlatformFault.Blocked, _) => OneBotCodes.Other,
        (PlatformFault.Busy, OneBotDialect.NapCat) => OneBotCodes.NoUpload,
        _ => null,
    };

    public override async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await base.DisposeAsync();
    }

    private static OutgoingMessage AsMessage(OneBotReceived received) => received.Parts switch
    {
        [{ Type: "image" } picture, { Type: "text" } text] => new OutgoingMessage.Captioned(PictureOf(picture), text.Text),
        [{ Type: "image" } picture] => PictureOf(picture),
        [{ Type: "text" } text] => AsMessage(text.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(received)),
    };

    private static OutgoingMessage.Image PictureOf(OneBotPart part) => new(part.Bytes, "image/png");

    /// <summary>Cards arrive as lines: title, facts, description, link.</summary>
    private static OutgoingMessage AsMessage(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length < 3 || !lines[^1].StartsWith("https://", StringComparison.Ordinal))
            return new OutgoingMessage.Text(text);

        var facts = lines[1..^1].Select(line => line.Split('：')).Where(parts => parts.Length == 2).Select(parts => new CardFact(parts[0], parts[1])).ToList();
        return facts.Count > 0
            ? new OutgoingMessage.Card(lines[0], lines[^2], facts, "", new Uri(lines[^1]), null)
            : new OutgoingMessage.News(lines[0], lines[1], new Uri(lines[^1]), null);
    }
}
