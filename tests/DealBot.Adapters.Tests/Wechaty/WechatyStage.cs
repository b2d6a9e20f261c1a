using DealBot.Adapters.Wechaty;
using DealBot.Contracts;
using DealBot.Simulators.Wechaty;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Adapters.Tests.Wechaty;

/// <summary>The Wechaty adapter and the simulated service, over real HTTP/2, on one manual clock.</summary>
internal sealed class WechatyStage : SimulatedStage
{
    public const string Token = "puppet_0f3c1a52-6d1b-4c6e-9b1e-5d7e2a9c4b11";
    public const string RoomId = "19000000001@chatroom";
    public const string Topic = "宝妈群";

    private readonly List<WechatyAdapter> _adapters = [];

    private WechatyStage(WechatySimulator simulator, ManualTime time)
        : base(simulator)
    {
        (Simulator, Time) = (simulator, time);
        Adapter = NewAdapter(OptionsFor(simulator.BaseAddress));
    }

    public override WechatyAdapter Adapter { get; }

    public WechatySimulator Simulator { get; }

    public ManualTime Time { get; }

    public override IReadOnlyList<string> Secrets => [Token];

    public override string? LastBody => Simulator.Received is [.., { } last] ? WechatyMessages.Body(last.Room, last.Text!) : null;

    public static async Task<WechatyStage> SetAsync(params WechatyChatRoom[] more)
    {
        var time = new ManualTime();
        return new WechatyStage(await WechatySimulator.StartAsync(SimulatorFor(time, more), CancellationToken.None), time);
    }

    public static WechatySimulatorOptions SimulatorFor(TimeProvider time, params WechatyChatRoom[] more) => new()
    {
        Time = time,
        Token = Token,
        Rooms = [new WechatyChatRoom(RoomId, Topic, "bot", "alice", "bob"), .. more],
    };

    public static WechatyOptions OptionsFor(Uri endpoint, WechatyRoom? room = null, string token = Token) => new()
    {
        Puppets = new Dictionary<string, WechatyPuppet> { ["home"] = new() { Endpoint = endpoint, Token = token } },
        Rooms = new Dictionary<string, WechatyRoom> { ["main"] = room ?? new() { Puppet = "home", Id = RoomId } },
    };

    public WechatyAdapter NewAdapter(WechatyRoom? room = null, string token = Token) => NewAdapter(OptionsFor(Simulator.BaseAddress, room, token));

    public WechatyAdapter NewAdapter(WechatyOptions options)
    {
        var adapter = new WechatyAdapter(options, Time, NullLogger<WechatyAdapter>.Instance);
        _adapters.Add(adapter);
        return adapter;
    }

    public Task<SendResult> SendAsync(OutgoingMessage? message = null) => Adapter.SendAsync(Some.Request(Known, message), CancellationToken.None);

    public override IReadOnlyList<OutgoingMessage> Delivered() => [.. Simulator.Received.Select(WechatyMessages.From)];

    protected override IMessagingAdapter AdapterAt(Uri baseAddress) => NewAdapter(OptionsFor(baseAddress));

    // Services report what their puppet throws, and puppets have no words of their own for being busy.
    protected override int? CodeOf(PlatformFault fault) => fault switch
    {
        PlatformFault.OverQuota => 8,
        PlatformFault.Blocked => 7,
        _ => null,
    };

    public override async ValueTask DisposeAsync()
    {
        foreach (var adapter in _adapters)
            adapter.Dispose();
        await base.DisposeAsync();
    }
}
