using DealBot.Adapters.Feishu.Payload;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.Feishu;

/// <summary>Posts into Feishu (飞书) and Lark groups through their custom bots. An address is the name of a robot.</summary>
public sealed class FeishuAdapter : IMessagingAdapter
{
    /// <summary>Messages a minute of one robot (open.feishu.cn, client-docs/bot-v3/add-custom-bot, official; the body's size as well).</summary>
    internal const int DocumentedPerMinute = 100;

    /// <summary>Messages a second of one robot; the same page.</summary>
    private const int DocumentedPerSecond = 5;

    /// <summary>Longest body of a call. Feishu says 20 KB and not which; some bytes are left for a signature and a picture's key.</summary>
    private const int BodyBytes = 20_000 - 200;

    private readonly FeishuOptions _options;
    private readonly FeishuClient _client;
    private readonly GroupRobots<FeishuRobot> _robots;

    /// <summary>Creates the adapter.</summary>
    /// <param name="options">Settings that <see cref="FeishuOptionsValidator"/> has passed.</param>
    /// <param name="http">The client to call with, owned by the caller; needs no base address. It should not follow redirects.</param>
    /// <param name="time">Clock of the signature, the token, the timeout and the quota.</param>
    public FeishuAdapter(FeishuOptions options, HttpClient http, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        Limits = options.HasApp ? WithPictures : WithoutPictures;
        _client = new FeishuClient(http, options, time);
        _robots = new(options.Robots, LimitsFor, limits => new MinuteQuota(limits.MessagesPerMinute!.Value, time, DocumentedPerSecond), Refuse);
    }

    /// <summary>
    /// What a custom bot takes. Feishu documents no length of a text: the lengths leave room for markup and escapes within the body, whose size is
    /// kept as well.
    /// </summary>
    public static AdapterLimits WithoutPictures { get; } = new()
    {
        Kinds = MessageKinds.Text | MessageKinds.Markdown | MessageKinds.News | MessageKinds.Card,
        TextLength = 18_000,
        MarkdownLength = 18_000,
        MessagesPerMinute = DocumentedPerMinute,
        LeastGap = TimeSpan.FromSeconds(1) / DocumentedPerSecond,
    };

    /// <summary>What it takes where an app uploads pictures (open.feishu.cn, im-v1/image/create: 10 MB).</summary>
    public static AdapterLimits WithPictures { get; } = WithoutPictures with
    {
        Kinds = WithoutPictures.Kinds | MessageKinds.Image | MessageKinds.Captioned,
        CaptionLength = 16_000,
        ImageBytes = 10 * 1024 * 1024,
    };

    /// <inheritdoc/>
    public string Name => "feishu";

    /// <inheritdoc/>
    public AdapterLimits Limits { get; }

    /// <inheritdoc/>
    public AdapterLimits LimitsFor(string address)
    {
        var robot = _options.Robots.GetValueOrDefault(address);
        return Limits with
        {
            MessagesPerMinute = robot?.MessagesPerMinute ?? _options.MessagesPerMinute,
            MessagesPerHour = robot?.MessagesPerHour,
            MessagesPerDay = robot?.MessagesPerDay,
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
        return _robots.SendAsync(
            request,
            robot => _client.SendAsync(robot, Fitting(robot, request.Message), cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<WireCall> Preview(SendRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _robots.Preview(request, robot => _client.Show(robot, Fitting(robot, request.Message)));
    }

    /// <summary>
    /// Checks the settings of the robot, and asks Feishu whether it knows the app. Whether it takes the robot's token stays unknown until the first
    /// post: the webhook has no dry run.
    /// </summary>
    public async Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var faults = _robots.Test(address, robots => FeishuOptionsValidator.Validate(_options with { Robots = robots }));
        if (faults.Count > 0)
            return AddressReport.Failed(faults);
        if (_client.App is null)
            return AddressReport.NotProvable(Note("没有自建应用，只发文字不发图片", "without an app, posts go out without pictures"));

        return await _client.App.TestAsync(cancellationToken) switch
        {
            null => AddressReport.NotProvable(Note("自建应用有效，可以上传图片", "the app is good, pictures can be uploaded")),
            SendResult.Rejected refused => AddressReport.Failed(new AccountFault(refused.Field, refused.Reason)),
            SendResult.RetryAfter unreachable => AddressReport.Failed(new AccountFault(null, unreachable.Reason)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Phrase Note(string zh, string en) => new(
        $"{zh}；飞书没有试发接口，第一次推送时才知道 Token、签名和关键词是否有效",
        $"{en}; Feishu has no dry run, the first post tells whether Token, signing and keywords are good");

    private static OutgoingMessage Fitting(FeishuRobot robot, OutgoingMessage message) =>
        CardRoom.Fit(message, BodyBytes, whole => PlainJson.Text(FeishuClient.Sketch(robot, whole)));

    private static Phrase? Refuse(FeishuRobot robot, OutgoingMessage message)
    {
        var payload = FeishuClient.Sketch(robot, Fitting(robot, message));
        return RobotMessage.RefuseLength(PlainJson.Text(payload), BodyBytes) ?? RobotMessage.RefuseWords(robot.Keywords, payload.Words);
    }
}
