using System.Text.Json;
using System.Text.RegularExpressions;
using DealBot.Adapters.DingTalk;
using DealBot.Contracts;
using DealBot.Simulators.Chat;
using DealBot.Simulators.DingTalk;

namespace DealBot.Adapters.Tests.DingTalk;

/// <summary>The DingTalk adapter and the simulator, over real HTTP, on one manual clock. The robot signs.</summary>
internal sealed partial class DingTalkStage : SimulatedStage
{
    public const string Token = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    public const string Secret = "SECdealbot0123456789";

    private readonly HttpClient _http = new();

    private DingTalkStage(DingTalkSimulator simulator, ManualTime time, IReadOnlyList<string> keywords)
        : base(simulator)
    {
        (Simulator, Time) = (simulator, time);
        Adapter = NewAdapter(keywords: keywords);
    }

    public override DingTalkAdapter Adapter { get; }

    public DingTalkSimulator Simulator { get; }

    public ManualTime Time { get; }

    public override IReadOnlyList<string> Secrets => [Token, Secret];

    /// <summary>A stage whose robot has these keywords on both sides.</summary>
    public static async Task<DingTalkStage> SetAsync(params IReadOnlyList<string> keywords)
    {
        var time = new ManualTime();
        var options = new DingTalkSimulatorOptions
        {
            Time = time,
            Robots = new Dictionary<string, SimulatedRobot> { [Token] = new("宝妈群", Secret, keywords) },
        };
        return new DingTalkStage(await DingTalkSimulator.StartAsync(options, CancellationToken.None), time, keywords);
    }

    /// <summary>One more adapter, as after a restart or with other settings.</summary>
    public DingTalkAdapter NewAdapter(string token = Token, string secret = Secret, IReadOnlyList<string>? keywords = null, TimeProvider? time = null) =>
        new(OptionsFor(Simulator.BaseAddress, new DingTalkRobot { AccessToken = token, Secret = secret, Keywords = keywords ?? [] }), _http, time ?? Time);

    public static DingTalkOptions OptionsFor(Uri baseUrl, DingTalkRobot? robot = null) => new()
    {
        BaseUrl = baseUrl,
        Robots = new Dictionary<string, DingTalkRobot> { ["main"] = robot ?? new() { AccessToken = Token, Secret = Secret } },
    };

    public Task<SendResult> SendAsync(OutgoingMessage? message = null) => Adapter.SendAsync(Some.Request(Known, message), CancellationToken.None);

    public override IReadOnlyList<OutgoingMessage> Delivered() => [.. Simulator.Received.Select(received => AsMessage(received.MsgType, received.Content))];

    protected override IMessagingAdapter AdapterAt(Uri baseAddress) => new DingTalkAdapter(OptionsFor(baseAddress), _http, Time);

    protected override int? CodeOf(PlatformFault fault) => fault switch
    {
        PlatformFault.OverQuota => 130101,
        PlatformFault.Blocked => 400102,
        _ => -1,
    };

    public override async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await base.DisposeAsync();
    }

    private static OutgoingMessage AsMessage(string type, JsonElement content)
    {
        string Text(string name) => content.GetProperty(name).GetString()!;
        return type switch
        {
            "text" => new OutgoingMessage.Text(Text("content")),
            "link" => new OutgoingMessage.News(Text("title"), Text("text"), new Uri(Text("messageUrl")), null),
            "actionCard" => AsCard(Text("title"), Text("text"), Text("singleTitle"), new Uri(Text("singleURL"))),
            _ => AsMarkdown(Text("text")),
        };
    }

    private static OutgoingMessage AsMarkdown(string markdown) => SeenMarkdown.Pictures(markdown) switch
    {
        [] => new OutgoingMessage.Markdown(markdown),
        [var url] when SeenMarkdown.Text(markdown) is { Length: > 0 } text => new OutgoingMessage.Captioned(Picture(url), text),
        [var url, ..] => Picture(url),
    };

    private static OutgoingMessage.Image Picture(string url) => new(default, "image/png", new Uri(url));

    private static OutgoingMessage.Card AsCard(string title, string text, string button, Uri url) => new(
        title, "", [.. Fact().Matches(text).Select(fact => new CardFact(SeenMarkdown.Text(fact.Groups[1].Value), SeenMarkdown.Text(fact.Groups[2].Value)))], button, url, null);

    [GeneratedRegex(@"^- (.+?)：\*\*(.+)\*\*$", RegexOptions.Multiline)]
    private static partial Regex Fact();
}
