using System.Text.Json;
using DealBot.Adapters.Wechaty;
using DealBot.Contracts;
using DealBot.Simulators.Wechaty;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Adapters.Tests.Wechaty.Real;

/// <summary>The Wechaty adapter and Wechaty's own service, in a room that is new.</summary>
internal sealed class RealPeerStage : AdapterStage
{
    private readonly RealPeer _peer;
    private readonly int _callsBefore;
    private readonly List<WechatyAdapter> _adapters = [];
    private CuttingProxy? _network;

    public RealPeerStage(RealPeer peer, string topic = "宝妈群")
    {
        _peer = peer;
        RoomId = peer.Do(new { @do = "room", topic }).GetString()!;
        _callsBefore = CallsOf(peer);
        Adapter = NewAdapter(Options(peer.Endpoint));
    }

    public string RoomId { get; }

    public ManualTime Time { get; } = new();

    public override WechatyAdapter Adapter { get; }

    public override string Known => "main";

    public override string Unknown => "other";

    public override int Calls => CallsOf(_peer) - _callsBefore;

    public override IReadOnlyList<string> Secrets => [RealPeer.Token];

    public override string? LastBody => Received() is [.., { } last] ? WechatyMessages.Body(last.Room, last.Text!) : null;

    public override IReadOnlyList<OutgoingMessage> Delivered() => [.. Received().Select(WechatyMessages.From)];

    /// <summary>Faults of the network; the mock puppet has none of its own, and there is no gateway.</summary>
    public override IMessagingAdapter? Meet(PlatformFault fault) => fault switch
    {
        PlatformFault.ConnectionRefused => NewAdapter(Options(new Uri($"http://127.0.0.1:{SimulatedStage.ClosedPort()}"))),
        PlatformFault.NoTls => NewAdapter(Options(new UriBuilder(_peer.Endpoint) { Scheme = "https" }.Uri)),
        PlatformFault.NoAnswer => NewAdapter(Options(Cut(bytesBack: 0))),
        PlatformFault.CutAnswer => NewAdapter(Options(Cut(bytesBack: 12))),
        _ => null,
    };

    public WechatyOptions Options(Uri endpoint, WechatyRoom? room = null, string token = RealPeer.Token, string? caFile = null) => new()
    {
        Puppets = new Dictionary<string, WechatyPuppet> { ["home"] = new() { Endpoint = endpoint, Token = token, CaFile = caFile } },
        Rooms = new Dictionary<string, WechatyRoom> { ["main"] = room ?? new() { Puppet = "home", Id = RoomId } },
    };

    public WechatyAdapter NewAdapter(WechatyOptions options)
    {
        var adapter = new WechatyAdapter(options, Time, NullLogger<WechatyAdapter>.Instance);
        _adapters.Add(adapter);
        return adapter;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var adapter in _adapters)
            adapter.Dispose();
        if (_network is not null)
            await _network.DisposeAsync();
    }

    /// <summary>Breaks after the request with the usual text.</summary>
    private Uri Cut(int bytesBack)
    {
        _network = new CuttingProxy(_peer.Endpoint, "券后"u8, bytesBack);
        return _network.Address;
    }

    private static int CallsOf(RealPeer peer) => peer.Do(new { @do = "calls" }).GetInt32();

    private List<WechatyReceived> Received() => [.. _peer.Do(new { @do = "received", room = RoomId }).EnumerateArray().Select(From)];

    private static WechatyReceived From(JsonElement message) => message.Deserialize<WechatyReceived>(JsonSerializerOptions.Web)!;
}
