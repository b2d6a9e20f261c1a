using System.Diagnostics;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.WeCom;

/// <summary>Posts into WeCom (企业微信) groups through their robots' webhooks. An address is the name of a robot.</summary>
public sealed class WeComAdapter : IMessagingAdapter
{
    /// <summary>
    /// Messages a minute of one robot before error 45009 (developer.work.weixin.qq.com/document/path/99110, official). The same page gives
    /// the byte limits below; no limit an hour or a day is documented. Whether refused messages count is not; here they do.
    /// </summary>
    internal const int DocumentedPerMinute = 20;

    /// <summary>Files must have more bytes than this (path/99110).</summary>
    private const int TooSmallFile = 5;

    private readonly WeComOptions _options;
    private readonly WeComClient _client;
    private readonly Dictionary<string, MinuteQuota> _quotas;

    /// <summary>Creates the adapter.</summary>
    /// <param name="options">Settings that <see cref="WeComOptionsValidator"/> has passed.</param>
    /// <param name="http">The client to call with, owned by the caller; needs no base address. It should not follow redirects.</param>
    /// <param name="time">Clock of the timeout and of the quota.</param>
    public WeComAdapter(WeComOptions options, HttpClient http, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _client = new WeComClient(http, options, time);
        _quotas = options.Robots.Keys.ToDictionary(name => name, name => new MinuteQuota(LimitsFor(name).MessagesPerMinute!.Value, time));
    }

    /// <summary>What WeCom documents for group robots.</summary>
    public static AdapterLimits PlatformLimits { get; } = new()
    {
        Kinds = MessageKinds.Text | MessageKinds.Markdown | MessageKinds.Image | MessageKinds.News | MessageKinds.Card | MessageKinds.File,
        TextLength = 2048,
        MarkdownLength = 4096,
        ImageBytes = 2 * 1024 * 1024,
        FileBytes = 20 * 1024 * 1024,
        MessagesPerMinute = DocumentedPerMinute,
        BlockedNetworks = WeChat.BlockedNetworks,
    };

    /// <inheritdoc/>
    public string Name => "wecom";

    /// <inheritdoc/>
    public AdapterLimits Limits => PlatformLimits;

    /// <inheritdoc/>
    public AdapterLimits LimitsFor(string address)
    {
        var robot = _options.Robots.GetValueOrDefault(address);
        return PlatformLimits with
        {
            MessagesPerMinute = robot?.MessagesPerMinute ?? _options.MessagesPerMinute,
            MessagesPerHour = robot?.MessagesPerHour ?? _options.MessagesPerHour,
            MessagesPerDay = robot?.MessagesPerDay ?? _options.MessagesPerDay,
            ImagesPerDay = _options.ImagesPerDay,
        };
    }

    /// <inheritdoc/>
    public bool Knows(string address) => _options.Robots.ContainsKey(address);

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();

        if (!_options.Robots.TryGetValue(request.Address, out var robot))
            return new SendResult.Rejected(NoSuchRobot(request.Address), nameof(WeComOptions.Robots));
        if (Refuse(request.Message) is { } refusal)
            return new SendResult.Rejected(refusal);

        return await _quotas[request.Address].SendAsync(
            () => SendAsync(robot, request.Message, cancellationToken),
            wait => new SendResult.Throttled(wait, QuotaReached(LimitsFor(request.Address).MessagesPerMinute!.Value), IsOwnCount: true));
    }

    /// <inheritdoc/>
    public IReadOnlyList<WireCall> Preview(SendRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _options.Robots.TryGetValue(request.Address, out var robot) && Refuse(request.Message) is null
            ? WeComPreview.Of(request.Message, robot, _options.BaseUrl)
            : [];
    }

    /// <summary>
    /// Checks the settings of the robot, then uploads a small file with its key: the one documented call that tells whether WeCom takes the key and
    /// that nobody in the group sees.
    /// </summary>
    public async Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_options.Robots.TryGetValue(address, out var robot))
            return AddressReport.Failed(new AccountFault(nameof(WeComOptions.Robots), NoSuchRobot(address)));

        var faults = WeComOptionsValidator.Validate(OptionsOfOne(address, robot)).Select(fault => fault.AsAccountFault()).ToList();
        return faults.Count > 0 ? AddressReport.Failed(faults) : ReportOf(await _client.UploadAsync(robot.Key, Probe, cancellationToken));
    }

    private static OutgoingMessage.File Probe { get; } = new("DealBot check"u8.ToArray(), "dealbot-check.txt");

    private static Phrase? Refuse(OutgoingMessage message) =>
        MessageSize.Refuse(message, PlatformLimits)
        ?? (message is OutgoingMessage.File { Bytes.Length: <= TooSmallFile }
            ? new Phrase($"文件太小，企业微信要求大于 {TooSmallFile} 字节", $"The file is too small; WeCom takes files of more than {TooSmallFile} bytes")
            : null);

    /// <summary>Of the two calls that a file takes only the second is a message: WeCom does not say that uploads count, so only messages are counted.</summary>
    private async Task<SendResult> SendAsync(WeComRobot robot, OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (message is not OutgoingMessage.File file)
            return await _client.SendAsync(robot.Key, WeComPayload.From(message, robot.Markdown), cancellationToken);

        var upload = await _client.UploadAsync(robot.Key, file, cancellationToken);
        return upload.Failure ?? await _client.SendAsync(robot.Key, WeComPayload.OfFile(upload.MediaId!), cancellationToken);
    }

    private static AddressReport ReportOf(WeComUpload upload) => upload.Failure switch
    {
        null => AddressReport.Proven(new Phrase(
            "Key 有效（传了一个几字节的文件来验证，群里看不到，三天后自动失效）；群名和成员企业微信不提供",
            "the Key is good (found out by uploading a file of a few bytes, which nobody sees and which lapses after three days); WeCom tells neither the group's name nor its members")),
        // Over its quota, the robot is one that WeCom knows.
        SendResult.Throttled throttled => AddressReport.NotProvable(throttled.Reason),
        SendResult.Blocked blocked => AddressReport.Failed(new AccountFault(
            upload.Code == WeComErrorCodes.UnknownKey ? nameof(WeComRobot.Key) : null, blocked.Reason)),
        SendResult.Rejected rejected => AddressReport.Failed(new AccountFault(rejected.Field, rejected.Reason)),
        SendResult.RetryAfter retry => AddressReport.Failed(new AccountFault(null, retry.Reason)),
        _ => throw new UnreachableException(),
    };

    private WeComOptions OptionsOfOne(string address, WeComRobot robot) =>
        _options with { Robots = new Dictionary<string, WeComRobot> { [address] = robot } };

    private static Phrase NoSuchRobot(string address) => new(
        $"没有名为 {WeComOptionsValidator.Show(address)} 的机器人，请在 Robots 中添加，或改正群组的地址",
        $"There is no robot named {WeComOptionsValidator.Show(address)}; add it to Robots or correct the group's address");

    private static Phrase QuotaReached(int most) => new(
        $"已到每个机器人每分钟 {most} 条的上限，稍后继续",
        $"The robot has reached its {most} messages a minute; it will go on later");
}
