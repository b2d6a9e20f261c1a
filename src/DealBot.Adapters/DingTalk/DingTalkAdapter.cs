using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.DingTalk;

/// <summary>Posts into DingTalk (钉钉) groups through their custom robots. An address is the name of a robot.</summary>
public sealed class DingTalkAdapter : IMessagingAdapter
{
    /// <summary>
    /// Messages a minute of one robot; one that posts more is throttled for ten minutes (open.dingtalk.com, official). No limit an hour or a day is
    /// documented. Whether refused messages count is not; here they do.
    /// </summary>
    internal const int DocumentedPerMinute = 20;

    /// <summary>Longest body of a call, as DingTalk says when it refuses a longer one.</summary>
    private const int BodyBytes = 20_000;

    private readonly DingTalkOptions _options;
    private readonly DingTalkClient _client;
    private readonly GroupRobots<DingTalkRobot> _robots;

    /// <summary>Creates the adapter.</summary>
    /// <param name="options">Settings that <see cref="DingTalkOptionsValidator"/> has passed.</param>
    /// <param name="http">The client to call with, owned by the caller; needs no base address. It should not follow redirects.</param>
    /// <param name="time">Clock of the signature, the timeout and the quota.</param>
    public DingTalkAdapter(DingTalkOptions options, HttpClient http, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _client = new DingTalkClient(http, options, time);
        _robots = new(options.Robots, LimitsFor, limits => new MinuteQuota(limits.MessagesPerMinute!.Value, time), Refuse);
    }

    /// <summary>
    /// What DingTalk takes. It documents no length of a text: the lengths leave room for markup and escapes within <see cref="BodyBytes"/>, which
    /// is kept as well.
    /// </summary>
    public static AdapterLimits PlatformLimits { get; } = new()
    {
        Kinds = MessageKinds.Text | MessageKinds.Markdown | MessageKinds.Image | MessageKinds.Captioned | MessageKinds.News | MessageKinds.Card,
        TextLength = 18_000,
        MarkdownLength = 18_000,
        CaptionLength = 16_000,
        PicturesByUrl = true,
        MessagesPerMinute = DocumentedPerMinute,
    };

    /// <inheritdoc/>
    public string Name => "dingtalk";

    /// <inheritdoc/>
    public AdapterLimits Limits => PlatformLimits;

    /// <inheritdoc/>
    public AdapterLimits LimitsFor(string address)
    {
        var robot = _options.Robots.GetValueOrDefault(address);
        return PlatformLimits with
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
            robot => _client.SendAsync(robot, PayloadOf(robot, request.Message), cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<WireCall> Preview(SendRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _robots.Preview(request, robot => [_client.Show(robot, PayloadOf(robot, request.Message))]);
    }

    /// <summary>Checks the settings of the robot. Whether DingTalk takes the token stays unknown until the first post: the webhook has no dry run.</summary>
    public Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var faults = _robots.Test(address, robots => DingTalkOptionsValidator.Validate(_options with { Robots = robots }));
        return Task.FromResult(faults.Count > 0 ? AddressReport.Failed(faults) : AddressReport.NotProvable(new Phrase(
            "钉钉没有试发接口，第一次推送时才知道 AccessToken、加签和关键词是否有效",
            "DingTalk has no dry run; the first post tells whether AccessToken, signing and keywords are good")));
    }

    private static DingTalkPayload PayloadOf(DingTalkRobot robot, OutgoingMessage message)
    {
        DingTalkPayload Whole(OutgoingMessage whole) => DingTalkPayload.From(whole, robot.Keywords);
        return Whole(CardRoom.Fit(message, BodyBytes, whole => PlainJson.Text(Whole(whole))));
    }

    private static Phrase? Refuse(DingTalkRobot robot, OutgoingMessage message)
    {
        var payload = PayloadOf(robot, message);
        return RobotMessage.RefuseLength(PlainJson.Text(payload), BodyBytes) ?? RobotMessage.RefuseWords(robot.Keywords, payload.Words);
    }
}
