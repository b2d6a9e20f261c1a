using DealBot.Adapters.Wire;
using DealBot.Contracts;
using Microsoft.Extensions.Logging;

namespace DealBot.Adapters.Telegram;

/// <summary>Posts into Telegram groups and channels, and hears what happens in them. An address is the name of a chat.</summary>
public sealed class TelegramAdapter : IMessagingAdapter, IChatListener, ICallbackReceiver, IGroupRoster
{
    /// <summary>Longest text, in UTF-16 code units (core.telegram.org/bots/api, sendMessage).</summary>
    internal const int TextLength = 4096;

    /// <summary>Messages a minute into one group (core.telegram.org/bots/faq, broadcasting).</summary>
    internal const int DocumentedPerMinute = 20;

    /// <summary>Messages a second into one chat (the same page). Short bursts are let through at times; their end stops the whole bot.</summary>
    private const int DocumentedPerSecond = 1;

    /// <summary>
    /// Messages a second of one bot to all chats. Telegram allows 30 (the same page); what leaves evenly arrives unevenly, and at 30 some second
    /// would hold one more.
    /// </summary>
    private const int BotPerSecond = 25;

    /// <summary>Width and height of a picture together, and its longer side to its shorter (core.telegram.org/bots/api, sendPhoto).</summary>
    private const int MostPixels = 10_000;
    private const int MostRatio = 20;

    private readonly TelegramOptions _options;
    private readonly Dictionary<string, TelegramClient> _bots;
    private readonly Dictionary<string, MinuteQuota> _quotas;
    private readonly TelegramListener _listener;
    private readonly TelegramCallbacks _callbacks;

    /// <summary>Creates the adapter; nothing is connected before the first call.</summary>
    /// <param name="options">Settings that <see cref="TelegramOptionsValidator"/> has passed.</param>
    /// <param name="http">
    /// The client to call with, owned by the caller; needs no base address. It should not follow redirects, and has to wait a minute for an answer.
    /// </param>
    /// <param name="time">Clock of the quotas and of the pauses between connections.</param>
    /// <param name="logger">Told of connections that break.</param>
    public TelegramAdapter(TelegramOptions options, HttpClient http, TimeProvider time, ILogger<TelegramAdapter> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        var reader = new TelegramUpdates(options);
        _options = options;
        _bots = options.Bots.ToDictionary(bot => bot.Key, bot => new TelegramClient(options, bot.Value, http, time));
        _quotas = options.Chats.ToDictionary(chat => chat.Key, chat => new MinuteQuota(chat.Value.MessagesPerMinute, time, DocumentedPerSecond));
        _listener = new TelegramListener(options, _bots, reader, time, logger);
        _callbacks = new TelegramCallbacks(options, reader);
    }

    /// <inheritdoc/>
    public string Name => "telegram";

    /// <summary>What Telegram documents.</summary>
    public AdapterLimits Limits { get; } = new()
    {
        Kinds = MessageKinds.Text | MessageKinds.Image | MessageKinds.Captioned | MessageKinds.News | MessageKinds.Card | MessageKinds.File,
        TextUnit = TextUnit.Utf16CodeUnits,
        TextLength = TextLength,
        CaptionLength = 1024,
        ImageBytes = 10 * 1024 * 1024,
        FileBytes = 50 * 1024 * 1024,
        MessagesPerMinute = BotPerSecond * 60,
        LeastGap = TimeSpan.FromSeconds(1) / BotPerSecond,
        AddressMessagesPerMinute = DocumentedPerMinute,
    };

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Endpoints => _callbacks.Endpoints;

    /// <inheritdoc/>
    public AdapterLimits LimitsFor(string address) => !_options.Chats.TryGetValue(address, out var chat) ? Limits : Limits with
    {
        AddressMessagesPerMinute = chat.MessagesPerMinute,
        MessagesPerHour = _options.Bots[chat.Bot].MessagesPerHour,
        MessagesPerDay = _options.Bots[chat.Bot].MessagesPerDay,
    };

    /// <inheritdoc/>
    public string AccountOf(string address) => _options.Chats.TryGetValue(address, out var chat) ? chat.Bot : address;

    /// <inheritdoc/>
    public bool Knows(string address) => _options.Chats.ContainsKey(address);

    /// <inheritdoc/>
    public SendResult.Rejected? Refuse(SendRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _options.Chats.ContainsKey(request.Address)
            ? OwnCheck.Of(MessageSize.Refuse(request.Message, Limits) ?? RefusePixels(request.Message))
            : OwnCheck.Of(NoSuchChat(request.Address), nameof(TelegramOptions.Chats));
    }

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();

        if (Refuse(request) is { } refusal)
            return refusal;

        var chat = _options.Chats[request.Address];
        return await _quotas[request.Address].SendAsync(
            () => _bots[chat.Bot].SendAsync(TelegramPayload.Of(request.Message, chat.ChatId), cancellationToken),
            wait => new SendResult.Throttled(wait, QuotaReached(chat.MessagesPerMinute), IsOwnCount: true) { OnlyThisAddress = true });
    }

    /// <inheritdoc/>
    public IReadOnlyList<WireCall> Preview(SendRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Refuse(request) is not null)
            return [];

        var chat = _options.Chats[request.Address];
        return [_bots[chat.Bot].Show(TelegramPayload.Of(request.Message, chat.ChatId))];
    }

    /// <summary>Asks Telegram who the bot is and whether it knows the chat.</summary>
    public Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken) => _options.Chats.TryGetValue(address, out var chat)
        ? new TelegramProbe(_bots[chat.Bot], chat).TestAsync(cancellationToken)
        : Task.FromResult(AddressReport.Failed(new AccountFault(nameof(TelegramOptions.Chats), NoSuchChat(address))));

    /// <inheritdoc/>
    public async Task<int?> CountMembersAsync(string address, CancellationToken cancellationToken) =>
        _options.Chats.TryGetValue(address, out var chat) ? await new TelegramProbe(_bots[chat.Bot], chat).CountMembersAsync(cancellationToken) : null;

    /// <inheritdoc/>
    public Task ListenAsync(IChatEvents events, CancellationToken cancellationToken) => _listener.ListenAsync(events, cancellationToken);

    /// <inheritdoc/>
    public Task<CallbackReply> ReceiveAsync(CallbackRequest request, IChatEvents events, CancellationToken cancellationToken) =>
        _callbacks.ReceiveAsync(request, events, cancellationToken);

    private static Phrase? RefusePixels(OutgoingMessage message)
    {
        var picture = message as OutgoingMessage.Image ?? (message as OutgoingMessage.Captioned)?.Picture;
        return picture is not null && PictureSize.Of(picture.Bytes.Span) is { } size
            && (size.Width + size.Height > MostPixels || Math.Max(size.Width, size.Height) > (long)MostRatio * Math.Min(size.Width, size.Height))
            ? new Phrase(
                $"图片是 {size.Width}×{size.Height} 像素，Telegram 要求宽加高不超过 {MostPixels}，长短边之比不超过 {MostRatio}，请改海报的尺寸",
                $"The picture has {size.Width} by {size.Height} pixels; Telegram takes {MostPixels} for width and height together and sides of up to {MostRatio} to 1: change the poster's size")
            : null;
    }

    private static Phrase NoSuchChat(string address) => new(
        $"没有名为 {ShownName.Of(address)} 的 Telegram 群，请在 Chats 中添加，或改正群组的地址",
        $"There is no Telegram chat named {ShownName.Of(address)}; add it to Chats or correct the group's address");

    private static Phrase QuotaReached(int most) => new(
        $"已到这个群的频率上限（每秒 {DocumentedPerSecond} 条、每分钟 {most} 条），稍后继续",
        $"The group has reached its limit ({DocumentedPerSecond} message a second, {most} a minute); it will go on later");
}
