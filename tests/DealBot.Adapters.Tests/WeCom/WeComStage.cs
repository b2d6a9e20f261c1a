using DealBot.Adapters.WeCom;
using DealBot.Contracts;
using DealBot.Simulators.WeCom;

namespace DealBot.Adapters.Tests.WeCom;

/// <summary>The WeCom adapter and the simulator, over real HTTP, on one manual clock.</summary>
internal sealed class WeComStage : SimulatedStage
{
    private readonly HttpClient _http = new();

    private WeComStage(WeComSimulator simulator, ManualTime time)
        : base(simulator)
    {
        (Simulator, Time) = (simulator, time);
        Adapter = NewAdapter();
    }

    public override WeComAdapter Adapter { get; }

    public WeComSimulator Simulator { get; }

    /// <summary>The adapter's clock and, unless another was given, the simulator's.</summary>
    public ManualTime Time { get; }

    public static async Task<WeComStage> SetAsync(TimeProvider? simulatorTime = null)
    {
        var time = new ManualTime();
        var options = new WeComSimulatorOptions
        {
            Time = simulatorTime ?? time,
            Robots = new Dictionary<string, string> { [RobotKeys.One] = "宝妈群" },
        };
        return new WeComStage(await WeComSimulator.StartAsync(options, CancellationToken.None), time);
    }

    public override IReadOnlyList<string> Secrets => [RobotKeys.One];

    /// <summary>One more adapter with the same robot, as after a restart.</summary>
    public WeComAdapter NewAdapter(string key = RobotKeys.One) => new(OptionsFor(Simulator.BaseAddress, key), _http, Time);

    /// <summary>One more adapter with the same robot, set up otherwise.</summary>
    public WeComAdapter NewAdapter(WeComRobot robot) =>
        new(OptionsFor(Simulator.BaseAddress) with { Robots = new Dictionary<string, WeComRobot> { [Known] = robot } }, _http, Time);

    public static WeComOptions OptionsFor(Uri baseUrl, string key = RobotKeys.One) => new()
    {
        BaseUrl = baseUrl,
        Robots = new Dictionary<string, WeComRobot> { ["main"] = new() { Key = key } },
    };

    public Task<SendResult> SendAsync(OutgoingMessage? message = null) =>
        Adapter.SendAsync(Some.Request(Known, message), CancellationToken.None);

    public override IReadOnlyList<OutgoingMessage> Delivered() => [.. Simulator.Received.Select(AsMessage)];

    protected override IMessagingAdapter AdapterAt(Uri baseAddress) => new WeComAdapter(OptionsFor(baseAddress), _http, Time);

    protected override int? CodeOf(PlatformFault fault) => fault switch
    {
        PlatformFault.OverQuota => 45009,
        PlatformFault.Blocked => 93000,
        _ => -1,
    };

    public override async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await base.DisposeAsync();
    }

    private static OutgoingMessage AsMessage(WeComReceived received) => received.MsgType switch
    {
        "text" => new OutgoingMessage.Text(received.Text!),
        "markdown" or "markdown_v2" => new OutgoingMessage.Markdown(received.Text!),
        "image" => new OutgoingMessage.Image(received.ImageBytes, "image/png"),
        "file" => new OutgoingMessage.File(received.File!.Bytes, received.File.Name),
        "template_card" => AsCard(received.Card!),
        _ => new OutgoingMessage.News(received.Title!, received.Articles[0].Description, new Uri(received.Url!), null),
    };

    private static OutgoingMessage.Card AsCard(WeComReceivedCard card) => new(
        card.Title,
        card.Subtitle,
        [.. card.Facts.Select(fact => new CardFact(fact.Key, fact.Value))],
        card.Links[0],
        new Uri(card.Url),
        card.PictureUrl is { } picture ? new Uri(picture) : null);
}
