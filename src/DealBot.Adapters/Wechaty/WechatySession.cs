using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.Wechaty;

/// <summary>
/// One puppet service as it is used: started before the first call that needs the account, and again after anything that may mean that the
/// service itself was started anew. Starting one that runs changes nothing.
/// </summary>
internal sealed class WechatySession : IDisposable
{
    private static readonly TimeSpan UnreachableDelay = TimeSpan.FromSeconds(15);

    /// <summary>A puppet that has just been started logs in by itself for a while, if it can.</summary>
    private static readonly TimeSpan LoginTakes = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _starting = new(1);
    private volatile bool _isStarted;
    private DateTimeOffset? _loggedOutSince;

    public WechatySession(WechatyPuppet puppet, IReadOnlyDictionary<string, WechatyRoom> rooms, TimeSpan timeout, TimeProvider time)
    {
        _time = time;
        _http = WechatyTransport.Connect(puppet);
        Client = new WechatyClient(WechatyTransport.Channel(_http, puppet), timeout, time);
        Rooms = new WechatyRooms(Client, rooms, time);
        Quota = new MinuteQuota(puppet.MessagesPerMinute, time);
    }

    public WechatyClient Client { get; }

    public WechatyRooms Rooms { get; }

    public MinuteQuota Quota { get; }

    /// <summary>What the listening stream last said of the account; null while nobody listens.</summary>
    public WechatyLogin? Login { get; set; }

    public async Task<SendResult> SendAsync(WechatyRoom room, OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (await StartAsync(cancellationToken) is { } down)
            return NotAsked(down);

        var place = await Rooms.FindAsync(room, cancellationToken);
        if (place.Id is not { } id)
            return place.IsCertain ? new SendResult.Rejected(place.Fault!.Reason, place.Fault.Field) { OnlyThisAddress = true } : NotAsked(place.Fault!);

        var (result, isRefusal) = await Client.SendAsync(WechatyMessage.From(id, message), cancellationToken);
        if (result is SendResult.Unknown && isRefusal && await Rooms.IsMissingAsync(id, cancellationToken))
            result = NoSuchRoom();

        return Note(result);
    }

    /// <summary>How many members the room has, or what is wrong.</summary>
    public async Task<(int? Count, AccountFault? Fault)> CountMembersAsync(WechatyRoom room, CancellationToken cancellationToken)
    {
        if (await StartAsync(cancellationToken) is { } down)
            return (null, down);

        var place = await Rooms.FindAsync(room, cancellationToken);
        if (place.Id is not { } id)
            return (null, place.Fault);

        var members = await Client.MembersAsync(id, cancellationToken);
        return (members.Answer?.MemberIds.Count, members.Fault);
    }

    /// <summary>Starts the puppet unless it was started before; what is wrong, or null.</summary>
    public async Task<AccountFault?> StartAsync(CancellationToken cancellationToken)
    {
        if (_isStarted)
            return null;

        await _starting.WaitAsync(cancellationToken);
        try
        {
            var fault = _isStarted ? null : (await Client.StartAsync(cancellationToken)).Fault;
            _isStarted = fault is null;
            return fault;
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>The connection broke: the service may be another one now.</summary>
    public void Lost()
    {
        _isStarted = false;
        Login = null;
        Rooms.Forget();
    }

    public void Dispose()
    {
        _http.Dispose();
        _starting.Dispose();
        Rooms.Dispose();
    }

    private SendResult Note(SendResult result)
    {
        if (result is SendResult.Sent)
            _loggedOutSince = null;
        else if (result is SendResult.Unknown or SendResult.RetryAfter or SendResult.Blocked)
            _isStarted = false;

        return result is SendResult.Blocked { Reason: var reason } && reason == WechatyStatusCodes.NotLoggedIn ? LoggedOut() : result;
    }

    private SendResult LoggedOut()
    {
        var now = _time.GetUtcNow();
        _loggedOutSince ??= now;
        return now - _loggedOutSince < LoginTakes
            ? new SendResult.RetryAfter(UnreachableDelay, WechatyStatusCodes.NotLoggedIn)
            : new SendResult.Blocked(WechatyStatusCodes.NotLoggedIn);
    }

    // A fault of the way to the service passes; one of the token does not.
    private static SendResult NotAsked(AccountFault fault) => fault.Field == nameof(WechatyPuppet.Token)
        ? new SendResult.Rejected(fault.Reason, fault.Field)
        : new SendResult.RetryAfter(UnreachableDelay, fault.Reason);

    private SendResult.Rejected NoSuchRoom()
    {
        Rooms.Forget();
        return new SendResult.Rejected(NoRoom, nameof(WechatyRoom.Id)) { OnlyThisAddress = true };
    }

    public static Phrase NoRoom { get; } = new(
        "账号不在这个群里，或群的 Id 不对，请检查 Rooms 里的设置",
        "The account is not in the room, or the room's Id is wrong; check the settings under Rooms");
}
