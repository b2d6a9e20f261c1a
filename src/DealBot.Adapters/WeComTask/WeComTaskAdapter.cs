using DealBot.Adapters.WeComTask.Callbacks;
using DealBot.Adapters.WeComTask.Payloads;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.WeComTask;

/// <summary>
/// Posts into WeCom's customer groups (客户群) as tasks that the group's owner confirms, and writes to members of the company at once. An address
/// is the name of a group or of a member.
/// </summary>
public sealed class WeComTaskAdapter : IMessagingAdapter, IOwnerConfirmation, IGroupRoster, ICallbackReceiver
{
    /// <summary>Messages a minute to one member before WeCom drops the rest without a word (path/90236).</summary>
    private const int MemberMessagesPerMinute = 30;

    private readonly WeComTaskOptions _options;
    private readonly TimeProvider _time;
    private readonly WeComTaskClient _client;
    private readonly WeComTaskStatus _status;
    private readonly WeComCallbackReceiver? _callback;

    /// <summary>Creates the adapter.</summary>
    /// <param name="options">Settings that <see cref="WeComTaskOptionsValidator"/> has passed.</param>
    /// <param name="http">The client to call with, owned by the caller; needs no base address. It should not follow redirects.</param>
    /// <param name="time">Clock of tokens, months and the times of calls.</param>
    public WeComTaskAdapter(WeComTaskOptions options, HttpClient http, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _time) = (options, time);
        _client = new WeComTaskClient(http, options, time);
        _status = new WeComTaskStatus(_client, options.ConfirmedStatus);
        _callback = options.Callback is { } callback ? new WeComCallbackReceiver(callback, options, time) : null;
    }

    /// <inheritdoc/>
    public string Name => "wecomtask";

    /// <summary>
    /// What WeCom documents for a task (path/92135). The size of pictures is that of its robots, which posters keep anyway.
    /// </summary>
    public AdapterLimits Limits => new()
    {
        Kinds = MessageKinds.Text | MessageKinds.Image | MessageKinds.Captioned | MessageKinds.News,
        TextLength = 4000,
        CaptionLength = 4000,
        ImageBytes = 2 * 1024 * 1024,
        AddressMessagesPerMonth = DaysOfMonth(),
        BlockedNetworks = WeChat.BlockedNetworks,
    };

    /// <summary>What an address is allowed now: a group as many messages a month as this month has days, fewer if the owner says so.</summary>
    public AdapterLimits LimitsFor(string address)
    {
        if (_options.Members.ContainsKey(address))
            return MemberLimits;

        var chat = _options.Chats.GetValueOrDefault(address);
        return Limits with
        {
            AddressMessagesPerDay = chat?.MessagesPerDay ?? _options.MessagesPerDay,
            AddressMessagesPerMonth = Math.Min(DaysOfMonth(), chat?.MessagesPerMonth ?? _options.MessagesPerMonth ?? int.MaxValue),
        };
    }

    /// <summary>The group's owner, to whom the tasks go; for members the application.</summary>
    public string AccountOf(string address) =>
        _options.Chats.TryGetValue(address, out var chat) ? chat.Sender
        : _options.Members.ContainsKey(address) ? $"agent-{_options.AgentId}"
        : address;

    /// <inheritdoc/>
    public bool Knows(string address) => _options.Chats.ContainsKey(address) || _options.Members.ContainsKey(address);

    /// <inheritdoc/>
    public SendResult.Rejected? Refuse(SendRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Knows(request.Address)
            ? OwnCheck.Of(MessageSize.Refuse(request.Message, LimitsFor(request.Address)))
            : OwnCheck.Of(NoSuchAddress(request.Address), nameof(WeComTaskOptions.Chats));
    }

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();

        if (Refuse(request) is { } refusal)
            return refusal;

        string? mediaId = null;
        if (PictureOf(request.Message) is { } picture)
        {
            var upload = await _client.UploadAsync(picture, cancellationToken);
            if (upload.Failure is { } failure)
                return failure;
            if (PlatformAnswer.Text(upload.Json, "media_id") is not { Length: > 0 } uploaded)
                return new SendResult.Rejected(NoMediaId());

            mediaId = uploaded;
        }

        return _options.Chats.TryGetValue(request.Address, out var chat)
            ? await _client.AddTaskAsync(WeComTaskPayload.From(request.Message, chat, mediaId), cancellationToken)
            : await _client.SendToMemberAsync(ToMember(request, mediaId), cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<WireCall> Preview(SendRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Refuse(request) is not null)
            return [];

        var picture = PictureOf(request.Message);
        var mediaId = picture is null ? null : "(media_id)";
        var (path, body) = _options.Chats.TryGetValue(request.Address, out var chat)
            ? ("externalcontact/add_msg_template", PlainJson.Text(WeComTaskPayload.From(request.Message, chat, mediaId)))
            : ("message/send", PlainJson.Text(ToMember(request, mediaId)));
        return
        [
            .. picture is null ? [] : new[] { Call("media/upload?type=image&access_token=***", $"media: {PictureFormat.Of(picture.Bytes.Span)!.MediaType}, {picture.Bytes.Length} bytes") },
            Call($"{path}?access_token=***", body),
        ];
    }

    /// <summary>Signs in and asks for the group: proves CorpId, Secret and ChatId, and that the sender owns the group. Posts nothing.</summary>
    public async Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_options.Chats.TryGetValue(address, out var chat))
            return await TestChatAsync(chat, cancellationToken);
        if (!_options.Members.ContainsKey(address))
            return AddressReport.Failed(new AccountFault(nameof(WeComTaskOptions.Chats), NoSuchAddress(address)));

        var pass = await _client.SignInAsync(cancellationToken);
        return pass.Failure is null ? AddressReport.NotProvable(OnlySignedIn()) : FailedReport(new WeComApiAnswer(default, pass.Failure, pass.Code));
    }

    /// <inheritdoc/>
    public Task<ConfirmationState> AskAsync(string address, string taskId, CancellationToken cancellationToken) =>
        _options.Chats.TryGetValue(address, out var chat)
            ? _status.AskAsync(chat, taskId, cancellationToken)
            : Task.FromResult<ConfirmationState>(new ConfirmationState.Unknowable(NoSuchAddress(address)));

    /// <inheritdoc/>
    public async Task<int?> CountMembersAsync(string address, CancellationToken cancellationToken)
    {
        if (!_options.Chats.TryGetValue(address, out var chat))
            return null;

        var answer = await _client.GetChatAsync(chat.ChatId, cancellationToken);
        return answer.Failure is null ? WeComChatFacts.Of(answer.Json)?.Members : throw new HttpRequestException(answer.Reason.En);
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Endpoints => _options.Callback is { } callback ? [callback.Endpoint] : [];

    /// <inheritdoc/>
    public Task<CallbackReply> ReceiveAsync(CallbackRequest request, IChatEvents events, CancellationToken cancellationToken) =>
        _callback?.ReceiveAsync(request, events, cancellationToken) ?? Task.FromResult(new CallbackReply(404));

    private static AdapterLimits MemberLimits { get; } = new()
    {
        Kinds = MessageKinds.Text | MessageKinds.Image,
        TextLength = 2048,
        ImageBytes = 2 * 1024 * 1024,
        AddressMessagesPerMinute = MemberMessagesPerMinute,
        BlockedNetworks = WeChat.BlockedNetworks,
    };

    private int DaysOfMonth()
    {
        var today = TimeZoneInfo.ConvertTime(_time.GetUtcNow(), Beijing);
        return DateTime.DaysInMonth(today.Year, today.Month);
    }

    private static TimeZoneInfo Beijing { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private async Task<AddressReport> TestChatAsync(WeComTaskChat chat, CancellationToken cancellationToken)
    {
        var answer = await _client.GetChatAsync(chat.ChatId, cancellationToken);
        // With which code WeCom refuses an id that is none is not documented: whatever it is, unless it is about something else.
        if (answer is { Failure: SendResult.Rejected, Code: { } code } && WeComApiCodes.FieldOf(code) is null or nameof(WeComTaskChat.ChatId))
            return AddressReport.Failed(new AccountFault(WeComApiCodes.FieldOf(code), await new WeComOwnedChats(_client).NameAsync(answer.Reason, chat.Sender, cancellationToken)));
        if (answer.Failure is not null)
            return FailedReport(answer);
        if (WeComChatFacts.Of(answer.Json) is not { } facts)
            return AddressReport.NotProvable(NothingSaid());

        return facts.Owner is { } owner && !owner.Equals(chat.Sender, StringComparison.OrdinalIgnoreCase)
            ? AddressReport.Failed(new AccountFault(nameof(WeComTaskChat.Sender), OwnedBy(owner, chat.Sender)))
            : AddressReport.Proven(facts.Note);
    }

    private static AddressReport FailedReport(WeComApiAnswer answer) =>
        AddressReport.Failed(new AccountFault(answer.Code is { } code ? WeComApiCodes.FieldOf(code) : null, answer.Reason));

    private WeComAppPayload ToMember(SendRequest request, string? mediaId) =>
        WeComAppPayload.From(request.Message, _options.Members[request.Address], _options.AgentId!.Value, mediaId);

    private WireCall Call(string path, string body) => new("POST", $"{_options.BaseUrl}cgi-bin/{path}", body);

    private static OutgoingMessage.Image? PictureOf(OutgoingMessage message) => message switch
    {
        OutgoingMessage.Image image => image,
        OutgoingMessage.Captioned captioned => captioned.Picture,
        _ => null,
    };

    private static Phrase NoSuchAddress(string address) => new(
        $"没有名为 {ShownName.Of(address)} 的客户群或成员，请在 Chats 或 Members 中添加，或改正群组的地址",
        $"There is no customer group or member named {ShownName.Of(address)}; add it to Chats or Members, or correct the group's address");

    private static Phrase NoMediaId() => new("企业微信收下了图片但没有给出编号", "WeCom took the picture but gave no id");

    private static Phrase OwnedBy(string owner, string sender) => new(
        $"群主是 {owner}，不是 {sender}：群发任务只有群主能确认", $"The group is owned by {owner} and not by {sender}: only its owner can confirm messages");

    private static Phrase NothingSaid() => new("企业微信没有给出这个群的情况", "WeCom says nothing about this group");

    private static Phrase OnlySignedIn() => new(
        "CorpId 和 Secret 有效；成员是否在应用的可见范围内，发第一条消息时才知道",
        "CorpId and Secret are good; whether the member sees the application shows with the first message");
}
