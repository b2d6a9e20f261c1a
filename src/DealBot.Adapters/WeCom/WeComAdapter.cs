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
    private readonly GroupRobots<WeComRobot> _robots;

    /// <summary>Creates the adapter.</summary>
    /// <param name="options">Settings that <see cref="WeComOptionsValidator"/> has passed.</param>
    /// <param name="http">The client to call with, owned by the caller; needs no base address. It should not follow redirects.</param>
    /// <param name="time">Clock of the timeout and of the quota.</param>
    public WeComAdapter(WeComOptions options, HttpClient http, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _client = new WeComClient(http, options, time);
        _robots = new(options.Robots, LimitsFor, limits => new MinuteQuota(limits.MessagesPerMinute!.Value, time), (_, message) => RefuseFile(message));
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
    public SendResult.Rejected? Refuse(SendRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _robots.Refuse(request);
    }

    /// <inheritdoc/>
    public Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _robots.SendAsync(request, robot => SendAsync(robot, request.Message, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<WireCall> Preview(SendRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _robots.Preview(request, robot => WeComPreview.Of(request.Message, robot, _options.BaseUrl));
    }

    /// <summary>
    /// Checks the settings of the robot, then uploads a small file with its key: the one documented call that tells whether WeCom takes the key and
    /// that nobody in the group sees.
    /// </summary>
    public async Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var faults = _robots.Test(address, robots => WeComOptionsValidator.Validate(_options with { Robots = robots }));
        return faults.Count > 0 ? AddressReport.Failed(faults) : ReportOf(await _client.UploadAsync(_options.Robots[address].Key, Probe, cancellationToken));
    }

    private static OutgoingMessage.File Probe { get; } = new("DealBot check"u8.ToArray(), "dealbot-check.txt");

    private static Phrase? RefuseFile(OutgoingMessage message) => message is OutgoingMessage.File { Bytes.Length: <= TooSmallFile }
        ? new Phrase($"文件太小，企业微信要求大于 {TooSmallFile} 字节", $"The file is too small; WeCom takes files of more than {TooSmallFile} bytes")
        : null;

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
}
