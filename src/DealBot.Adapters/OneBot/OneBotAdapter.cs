using DealBot.Adapters.Wire;
using DealBot.Contracts;
using Microsoft.Extensions.Logging;

namespace DealBot.Adapters.OneBot;

/// <summary>
/// Posts into QQ groups through a OneBot 11 bridge, over HTTP or WebSocket, and hears what happens in them. An address is the name of a group.
/// Bridges are not QQ's own: an account that uses one may be banned, so the pace is slow by default and the first sign of risk control stops it.
/// </summary>
public sealed class OneBotAdapter : IMessagingAdapter, IChatListener, ICallbackReceiver, IGroupRoster
{
    /// <summary>
    /// Longest text. QQ documents none; what clients and bridges are seen to refuse begins at some 4500 bytes, and a longer text may turn into
    /// something else than text on the way.
    /// </summary>
    internal const int TextBytes = 3000;

    /// <summary>Largest picture: QQ takes larger ones, but the bridge uploads it while the call waits.</summary>
    private const int ImageBytes = 5 * 1024 * 1024;

    private readonly OneBotOptions _options;
    private readonly Dictionary<string, IOneBotTransport> _bots;
    private readonly Dictionary<string, MinuteQuota> _quotas;
    private readonly OneBotPayload _payload;
    private readonly OneBotListener _listener;
    private readonly OneBotCallbacks _callbacks;

    /// <summary>Creates the adapter; nothing is connected before the first call.</summary>
    /// <param name="options">Settings that <see cref="OneBotOptionsValidator"/> has passed.</param>
    /// <param name="http">The client to call with, owned by the caller; needs no base address. It should not follow redirects.</param>
    /// <param name="time">Clock of the quotas, of the pauses between connections and of the age of events.</param>
    /// <param name="logger">Told of connections that break.</param>
    public OneBotAdapter(OneBotOptions options, HttpClient http, TimeProvider time, ILogger<OneBotAdapter> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (timeout, events) = (TimeSpan.FromSeconds(options.TimeoutSeconds), new OneBotEvents(options));
        _options = options;
        _payload = new OneBotPayload(options);
        _listener = new OneBotListener(options, events, time, logger);
        _callbacks = new OneBotCallbacks(options, events, time);
        _quotas = options.Bots.ToDictionary(bot => bot.Key, bot => new MinuteQuota(bot.Value.MessagesPerMinute, time));
        _bots = options.Bots.ToDictionary(bot => bot.Key, IOneBotTransport (bot) => IsSocket(bot.Value)
            ? new OneBotSocket(bot.Value, timeout, time)
            : new OneBotHttp(bot.Value, http, timeout, time));
    }

    /// <inheritdoc/>
    public string Name => "onebot";

    /// <summary>What holds for every bot; the pace is the bot's own, see <see cref="LimitsFor"/>.</summary>
    public AdapterLimits Limits { get; } = new()
    {
        Kinds = MessageKinds.Text | MessageKinds.Image | MessageKinds.Captioned | MessageKinds.News | MessageKinds.Card,
        TextLength = TextBytes,
        CaptionLength = TextBytes,
        ImageBytes = ImageBytes,
    };

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Endpoints => _callbacks.Endpoints;

    /// <summary>Whether the bot is reached by WebSocket.</summary>
    internal static bool IsSocket(OneBotBot bot) => bot.Url!.Scheme is "ws" or "wss";

    /// <inheritdoc/>
    public AdapterLimits LimitsFor(string address) => !_options.Groups.TryGetValue(address, out var group) ? Limits : Limits with
    {
        LeastGap = TimeSpan.FromSeconds(_options.Bots[group.Bot].SecondsBetween),
        MessagesPerMinute = _options.Bots[group.Bot].MessagesPerMinute,
        MessagesPerHour = _options.Bots[group.Bot].MessagesPerHour,
        MessagesPerDay = _options.Bots[group.Bot].MessagesPerDay,
    };

    /// <inheritdoc/>
    public string AccountOf(string address) => _options.Groups.TryGetValue(address, out var group) ? group.Bot : address;

    /// <inheritdoc/>
    public bool Knows(string address) => _options.Groups.ContainsKey(address);

    /// <inheritdoc/>
    public SendResult.Rejected? Refuse(SendRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _options.Groups.ContainsKey(request.Address)
            ? OwnCheck.Of(MessageSize.Refuse(request.Message, Limits))
            : OwnCheck.Of(NoSuchGroup(request.Address), nameof(OneBotOptions.Groups));
    }

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();

        if (Refuse(request) is { } refusal)
            return refusal;

        var bot = _options.Groups[request.Address].Bot;
        return await _quotas[bot].SendAsync(
            () => _bots[bot].SendAsync(_payload.Of(request), cancellationToken),
            wait => new SendResult.Throttled(wait, QuotaReached(_options.Bots[bot].MessagesPerMinute), IsOwnCount: true));
    }

    /// <inheritdoc/>
    public IReadOnlyList<WireCall> Preview(SendRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Refuse(request) is null ? [_bots[_options.Groups[request.Address].Bot].Show(_payload.Of(request, isShown: true))] : [];
    }

    /// <summary>
    /// Asks the bridge who is logged in, whether QQ has the account online, and whether it is in the group. A way there that others may listen to is
    /// told and not refused: within a company's network, or between containers, it is the usual one.
    /// </summary>
    public async Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken)
    {
        if (!_options.Groups.TryGetValue(address, out var group))
            return AddressReport.Failed(new AccountFault(nameof(OneBotOptions.Groups), NoSuchGroup(address)));

        var report = await new OneBotProbe(_bots[group.Bot], group).TestAsync(cancellationToken);
        return report.Note is { } note && _options.Bots[group.Bot].CanBeListenedTo
            ? report with { Note = new Phrase($"{note.Zh}；{InTheOpen.Zh}", $"{note.En}; {InTheOpen.En}") }
            : report;
    }

    /// <inheritdoc/>
    public async Task<int?> CountMembersAsync(string address, CancellationToken cancellationToken) =>
        _options.Groups.TryGetValue(address, out var group) ? await new OneBotProbe(_bots[group.Bot], group).CountMembersAsync(cancellationToken) : null;

    /// <inheritdoc/>
    public Task ListenAsync(IChatEvents events, CancellationToken cancellationToken) => _listener.ListenAsync(events, cancellationToken);

    /// <inheritdoc/>
    public Task<CallbackReply> ReceiveAsync(CallbackRequest request, IChatEvents events, CancellationToken cancellationToken) =>
        _callbacks.ReceiveAsync(request, events, cancellationToken);

    private static Phrase InTheOpen { get; } = new(
        "连接没有加密，途经的人能看到令牌和消息，请改用 https:// 或 wss://，除非这段网络是自己的",
        "the connection is not encrypted and whoever is on the way can read token and messages: use https:// or wss:// unless that network is your own");

    private static Phrase NoSuchGroup(string address) => new(
        $"没有名为 {ShownName.Of(address)} 的 QQ 群，请在 Groups 中添加，或改正群组的地址",
        $"There is no QQ group named {ShownName.Of(address)}; add it to Groups or correct the group's address");

    private static Phrase QuotaReached(int most) => new(
        $"已到这个 QQ 号每分钟 {most} 条的上限，稍后继续",
        $"The account has reached its {most} messages a minute; it will go on later");
}
