using System.Text.Json;
using System.Text.RegularExpressions;
using DealBot.Adapters.Feishu;
using DealBot.Contracts;
using DealBot.Simulators.Chat;
using DealBot.Simulators.Feishu;

namespace DealBot.Adapters.Tests.Feishu;

/// <summary>The Feishu adapter and the simulator, over real HTTP, on one manual clock. The robot signs, and an app uploads pictures unless told otherwise.</summary>
internal sealed partial class FeishuStage : SimulatedStage
{
    public const string Token = "b8a1c2d3-0000-4000-8000-0123456789ab";
    public const string Secret = "dealbotFeishuSecret0123";
    public const string AppId = "cli_a1b2c3d4";
    public const string AppSecret = "appSecret0123456789abcdefghijklm";

    private readonly HttpClient _http = new();
    private readonly bool _hasApp;

    private FeishuStage(FeishuSimulator simulator, ManualTime time, bool hasApp, IReadOnlyList<string> keywords)
        : base(simulator)
    {
        (Simulator, Time, _hasApp) = (simulator, time, hasApp);
        Adapter = NewAdapter(Robot with { Keywords = keywords });
    }

    public static FeishuRobot Robot { get; } = new() { Token = Token, Secret = Secret };

    public override FeishuAdapter Adapter { get; }

    public FeishuSimulator Simulator { get; }

    public ManualTime Time { get; }

    public override IReadOnlyList<string> Secrets => [Token, Secret, AppSecret];

    // The signature depends on the moment, so that a preview hides it.
    public override string? LastBody => base.LastBody is { } body ? Signature().Replace(body, "\"$1\":\"***\"") : null;

    /// <summary>A stage whose robot has these keywords on both sides.</summary>
    public static async Task<FeishuStage> SetAsync(bool hasApp = true, params IReadOnlyList<string> keywords)
    {
        var time = new ManualTime();
        var options = new FeishuSimulatorOptions
        {
            Time = time,
            Robots = new Dictionary<string, SimulatedRobot> { [Token] = new("宝妈群", Secret, keywords) },
            Apps = new Dictionary<string, string> { [AppId] = AppSecret },
        };
        return new FeishuStage(await FeishuSimulator.StartAsync(options, CancellationToken.None), time, hasApp, keywords);
    }

    /// <summary>One more adapter, as after a restart or with other settings.</summary>
    public FeishuAdapter NewAdapter(FeishuRobot? robot = null, string appSecret = AppSecret, TimeProvider? time = null) =>
        new(OptionsFor(Simulator.BaseAddress, robot ?? Robot, _hasApp, appSecret), _http, time ?? Time);

    public static FeishuOptions OptionsFor(Uri baseUrl, FeishuRobot? robot = null, bool hasApp = true, string appSecret = AppSecret) => new()
    {
        BaseUrl = baseUrl,
        Robots = new Dictionary<string, FeishuRobot> { ["main"] = robot ?? Robot },
        AppId = hasApp ? AppId : "",
        AppSecret = hasApp ? appSecret : "",
    };

    public Task<SendResult> SendAsync(OutgoingMessage? message = null) => Adapter.SendAsync(Some.Request(Known, message), CancellationToken.None);

    public override IReadOnlyList<OutgoingMessage> Delivered() => [.. Simulator.Received.Select(AsMessage)];

    protected override IMessagingAdapter AdapterAt(Uri baseAddress) => new FeishuAdapter(OptionsFor(baseAddress, hasApp: _hasApp), _http, Time);

    protected override int? CodeOf(PlatformFault fault) => fault switch
    {
        PlatformFault.OverQuota => 11232,
        PlatformFault.Blocked => 19022,
        _ => null,
    };

    public override async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await base.DisposeAsync();
    }

    private static OutgoingMessage AsMessage(FeishuReceived received) => received.MsgType switch
    {
        "text" => new OutgoingMessage.Text(received.Content.GetProperty("text").GetString()!),
        "image" => Picture(received),
        "interactive" => AsCard(received.Content),
        _ => AsPost(received, received.Content.GetProperty("post").GetProperty("zh_cn")),
    };

    private static OutgoingMessage AsPost(FeishuReceived received, JsonElement article)
    {
        var lines = article.GetProperty("content").EnumerateArray().Select(line => line.EnumerateArray().ToList()).ToList();
        var title = article.GetProperty("title").GetString()!;
        if (received.Picture.IsEmpty)
            return new OutgoingMessage.News(title, TextOf(lines[..^1]), new Uri(lines[^1].Single().GetProperty("href").GetString()!), null);

        return lines.Count == 1 ? Picture(received) : new OutgoingMessage.Captioned(Picture(received), TextOf(lines[1..]));
    }

    private static OutgoingMessage AsCard(JsonElement card)
    {
        var elements = card.GetProperty("body").GetProperty("elements").EnumerateArray().ToList();
        if (!card.TryGetProperty("header", out var header))
            return new OutgoingMessage.Markdown(elements.Single().GetProperty("content").GetString()!);

        var facts = elements.Where(element => element.TryGetProperty("content", out _)).SelectMany(element => Fact().Matches(element.GetProperty("content").GetString()!))
            .Select(fact => new CardFact(SeenMarkdown.Text(fact.Groups[1].Value), SeenMarkdown.Text(fact.Groups[2].Value)));
        var button = elements[^1];
        return new OutgoingMessage.Card(
            header.GetProperty("title").GetProperty("content").GetString()!,
            "",
            [.. facts],
            button.GetProperty("text").GetProperty("content").GetString()!,
            new Uri(button.GetProperty("behaviors")[0].GetProperty("default_url").GetString()!),
            null);
    }

    private static OutgoingMessage.Image Picture(FeishuReceived received) => new(received.Picture, "image/png");

    // A line of one blank is an empty one.
    private static string TextOf(IEnumerable<IReadOnlyList<JsonElement>> lines) => string.Join(
        '\n', lines.Select(line => string.Concat(line.Select(piece => piece.GetProperty("text").GetString())) is var text && text == " " ? "" : text));

    [GeneratedRegex("\"(timestamp|sign)\":\"[^\"]+\"")]
    private static partial Regex Signature();

    [GeneratedRegex(@"^- (.+?)：\*\*(.+)\*\*$", RegexOptions.Multiline)]
    private static partial Regex Fact();
}
