using System.Net;
using System.Net.Sockets;
using DealBot.Adapters.WeCom;
using DealBot.Contracts;
using DealBot.Simulators.WeCom;

namespace DealBot.Adapters.Tests.WeCom;

/// <summary>The WeCom adapter and the simulator, over real HTTP, on one manual clock.</summary>
internal sealed class WeComStage : AdapterStage
{
    private readonly HttpClient _http = new();

    private WeComStage(WeComSimulator simulator, ManualTime time)
    {
        (Simulator, Time) = (simulator, time);
        Adapter = NewAdapter();
    }

    public override WeComAdapter Adapter { get; }

    public override string Known => "main";

    public override string Unknown => "other";

    public override int Calls => Simulator.Calls;

    public WeComSimulator Simulator { get; }

    /// <summary>The adapter's clock and, unless another was given, the simulator's.</summary>
    public ManualTime Time { get; }

    public static async Task<WeComStage> SetAsync(TimeProvider? simulatorTime = null)
    {
        var time = new ManualTime();
        var options = new WeComSimulatorOptions
        {
            Time = simulatorTime ?? time,
            Robots = new Dictionary<string, string> { [Some.Key] = "宝妈群" },
        };
        return new WeComStage(await WeComSimulator.StartAsync(options, CancellationToken.None), time);
    }

    /// <summary>One more adapter with the same robot, as after a restart.</summary>
    public WeComAdapter NewAdapter(string key = Some.Key) => new(OptionsFor(Simulator.BaseAddress, key), _http, Time);

    public static WeComOptions OptionsFor(Uri baseUrl, string key = Some.Key) => new()
    {
        BaseUrl = baseUrl,
        Robots = new Dictionary<string, WeComRobot> { ["main"] = new() { Key = key } },
    };

    public Task<SendResult> SendAsync(OutgoingMessage? message = null) =>
        Adapter.SendAsync(Some.Request(Known, message), CancellationToken.None);

    public override IReadOnlyList<OutgoingMessage> Delivered() => [.. Simulator.Received.Select(AsMessage)];

    public override IMessagingAdapter? Meet(PlatformFault fault)
    {
        var address = Simulator.BaseAddress;
        switch (fault)
        {
            case PlatformFault.OverQuota:
                Simulator.Faults.AnswerWith(45009);
                break;
            case PlatformFault.TooManyRequests:
                Simulator.Faults.TooManyRequests("90");
                break;
            case PlatformFault.Blocked:
                Simulator.Faults.AnswerWith(93000);
                break;
            case PlatformFault.Busy:
                Simulator.Faults.AnswerWith(-1);
                break;
            case PlatformFault.Html:
                Simulator.Faults.Html();
                break;
            case PlatformFault.BadGateway:
                Simulator.Faults.BadGateway();
                break;
            case PlatformFault.NoAnswer:
                Simulator.Faults.DropAfterAccepting();
                break;
            case PlatformFault.CutAnswer:
                Simulator.Faults.CutAnswer();
                break;
            case PlatformFault.AnswerTwice:
                Simulator.Faults.AnswerTwice();
                break;
            case PlatformFault.ConnectionRefused:
                address = new Uri($"http://127.0.0.1:{ClosedPort()}");
                break;
            case PlatformFault.NoTls:
                address = new UriBuilder(address) { Scheme = "https" }.Uri;
                break;
            default:
                return null;
        }

        return new WeComAdapter(OptionsFor(address), _http, Time);
    }

    /// <summary>A port of this machine that nobody listens on.</summary>
    public static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public override async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Simulator.DisposeAsync();
    }

    private static OutgoingMessage AsMessage(WeComReceived received) => received.MsgType switch
    {
        "text" => new OutgoingMessage.Text(received.Text!),
        "markdown" => new OutgoingMessage.Markdown(received.Text!),
        "image" => new OutgoingMessage.Image(received.ImageBytes, "image/png"),
        _ => new OutgoingMessage.News(received.Title!, received.Articles[0].Description, new Uri(received.Url!), null),
    };
}
