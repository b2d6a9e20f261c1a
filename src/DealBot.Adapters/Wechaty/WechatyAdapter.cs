using DealBot.Adapters.Wire;
using DealBot.Contracts;
using Microsoft.Extensions.Logging;

namespace DealBot.Adapters.Wechaty;

/// <summary>
/// Posts into the rooms of accounts that are logged in to Wechaty puppet services, and hears what happens there. An address is the name of a
/// room, an account is a puppet. DealBot speaks the open protocol of the service only; what the puppet behind it does with the chat platform,
/// and whether that platform allows it, is the puppet's and its owner's matter.
/// </summary>
public sealed class WechatyAdapter : IMessagingAdapter, IChatListener, IGroupRoster, IDisposable
{
    /// <summary>No limit is documented; WeChat's own client stops taking more not far above.</summary>
    private const int TextUnits = 2000;

    /// <summary>In base64 still below the 4 MiB that a gRPC service takes unless told otherwise.</summary>
    private const int LargestFile = 2 * 1024 * 1024;

    private readonly WechatyOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Dictionary<string, WechatySession> _sessions;

    /// <summary>Creates the adapter; nothing is connected before the first call.</summary>
    /// <param name="options">Settings that <see cref="WechatyOptionsValidator"/> has passed.</param>
    /// <param name="time">Clock of the quotas and of the pauses between connections.</param>
    /// <param name="logger">Told of connections that break and of accounts that are logged out.</param>
    public WechatyAdapter(WechatyOptions options, TimeProvider time, ILogger<WechatyAdapter> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _time, _logger) = (options, time, logger);
        _sessions = options.Puppets.ToDictionary(puppet => puppet.Key, puppet => new WechatySession(
            puppet.Value, RoomsOf(puppet.Key), TimeSpan.FromSeconds(options.TimeoutSeconds), time));
    }

    /// <inheritdoc/>
    public string Name => "wechaty";

    /// <summary>What holds for every room; the pace is the puppet's own, see <see cref="LimitsFor"/>.</summary>
    public AdapterLimits Limits { get; } = new()
    {
        Kinds = MessageKinds.Text | MessageKinds.Image | MessageKinds.News | MessageKinds.Card | MessageKinds.File,
        TextUnit = TextUnit.Utf16CodeUnits,
        TextLength = TextUnits,
        ImageBytes = LargestFile,
        FileBytes = LargestFile,
        BlockedNetworks = WeChat.BlockedNetworks,
    };

    /// <inheritdoc/>
    public AdapterLimits LimitsFor(string address) => !_options.Rooms.TryGetValue(address, out var room) ? Limits : Limits with
    {
        LeastGap = TimeSpan.FromSeconds(_options.Puppets[room.Puppet].SecondsBetween),
        MessagesPerMinute = _options.Puppets[room.Puppet].MessagesPerMinute,
        MessagesPerHour = _options.Puppets[room.Puppet].MessagesPerHour,
        MessagesPerDay = _options.Puppets[room.Puppet].MessagesPerDay,
    };

    /// <inheritdoc/>
    public string AccountOf(string address) => _options.Rooms.TryGetValue(address, out var room) ? room.Puppet : address;

    /// <inheritdoc/>
    public bool Knows(string address) => _options.Rooms.ContainsKey(address);

    /// <inheritdoc/>
    public SendResult.Rejected? Refuse(SendRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _options.Rooms.ContainsKey(request.Address)
            ? OwnCheck.Of(MessageSize.Refuse(request.Message, Limits))
            : OwnCheck.Of(NoSuchAddress(request.Address), nameof(WechatyOptions.Rooms));
    }

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();

        if (Refuse(request) is { } refusal)
            return refusal;

        var room = _options.Rooms[request.Address];
        var session = _sessions[room.Puppet];
        return await session.Quota.SendAsync(
            () => session.SendAsync(room, request.Message, cancellationToken),
            wait => new SendResult.Throttled(wait, QuotaReached(_options.Puppets[room.Puppet].MessagesPerMinute), IsOwnCount: true));
    }

    /// <inheritdoc/>
    public IReadOnlyList<WireCall> Preview(SendRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Refuse(request) is not null)
            return [];

        var room = _options.Rooms[request.Address];
        var message = WechatyMessage.From(room.Id ?? $"({room.Topic})", request.Message);
        return [new WireCall(message.Method, $"{_options.Puppets[room.Puppet].Endpoint}{WechatyTransport.Service}{message.Method}", message.Show())];
    }

    /// <summary>Asks the service for its version, the account's login and the room, and posts nothing.</summary>
    public async Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_options.Rooms.TryGetValue(address, out var room))
            return AddressReport.Failed(new AccountFault(nameof(WechatyOptions.Rooms), NoSuchAddress(address)));

        return await new WechatyInspection(_sessions[room.Puppet]).InspectAsync(room, cancellationToken);
    }

    /// <summary>Holds the stream of events of every puppet that has a room.</summary>
    public Task ListenAsync(IChatEvents events, CancellationToken cancellationToken)
    {
        var puppets = _sessions.Where(session => _options.Rooms.Values.Any(room => room.Puppet == session.Key)).ToDictionary(
            session => session.Key,
            Listening.Connection (session) =>
            {
                var listener = new WechatyListener(session.Key, session.Value, _time, _logger);
                return (heard, token) => listener.ListenAsync(events, heard, token);
            });
        return new Listening(Name, _time, _logger).RunAsync(puppets, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<int?> CountMembersAsync(string address, CancellationToken cancellationToken)
    {
        if (!_options.Rooms.TryGetValue(address, out var room))
            return null;

        var (count, fault) = await _sessions[room.Puppet].CountMembersAsync(room, cancellationToken);
        return fault is null ? count : throw new HttpRequestException(fault.Reason.En);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var session in _sessions.Values)
            session.Dispose();
    }

    private Dictionary<string, WechatyRoom> RoomsOf(string puppet) =>
        _options.Rooms.Where(room => room.Value.Puppet == puppet).ToDictionary(StringComparer.Ordinal);

    private static Phrase NoSuchAddress(string address) => new(
        $"没有名为 {ShownName.Of(address)} 的群，请在 Rooms 中添加，或改正群组的地址",
        $"There is no room named {ShownName.Of(address)}; add it to Rooms or correct the group's address");

    private static Phrase QuotaReached(int most) => new(
        $"已到这个账号每分钟 {most} 条的上限，稍后继续",
        $"The account has reached its {most} messages a minute; it will go on later");
}
