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
        Kinds = MessageKinds.Text | MessageKinds.Markdown | MessageKinds.Image | MessageKinds.News,
        TextLength = 2048,
        MarkdownLength = 4096,
        ImageBytes = 2 * 1024 * 1024,
        MessagesPerMinute = DocumentedPerMinute,
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
        if (MessageSize.Refuse(request.Message, Limits) is { } refusal)
            return new SendResult.Rejected(refusal);

        var quota = _quotas[request.Address];
        if (!quota.TryEnter(out var wait))
            return new SendResult.Throttled(wait, QuotaReached(LimitsFor(request.Address).MessagesPerMinute!.Value), IsOwnCount: true);

        try
        {
            return await _client.SendAsync(robot.Key, WeComPayload.From(request.Message), cancellationToken);
        }
        finally
        {
            quota.Leave();
        }
    }

    /// <summary>
    /// Checks the settings of the robot. Whether WeCom takes the key stays unknown until the first post: the webhook has no
    /// dry run, and the only call it documents for a message is the one that posts it.
    /// </summary>
    public Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_options.Robots.TryGetValue(address, out var robot))
            return Task.FromResult(AddressReport.Failed(new AccountFault(nameof(WeComOptions.Robots), NoSuchRobot(address))));

        var faults = WeComOptionsValidator.Validate(OptionsOfOne(address, robot)).Select(AsAccountFault).ToList();
        return Task.FromResult(faults.Count > 0 ? AddressReport.Failed(faults) : AddressReport.NotProvable(new Phrase(
            "设置无误；机器人没有试发接口，第一次推送时才知道 Key 是否有效",
            "the settings are in order; robots have no dry run, the first post tells whether the Key is good")));
    }

    private WeComOptions OptionsOfOne(string address, WeComRobot robot) =>
        _options with { Robots = new Dictionary<string, WeComRobot> { [address] = robot } };

    private static AccountFault AsAccountFault(OptionFault fault) => new(
        fault.Path.Split('.')[^1],
        new Phrase($"{fault.Problem.Zh}。{fault.Remedy.Zh}", $"{fault.Problem.En}. {fault.Remedy.En}"));

    private static Phrase NoSuchRobot(string address) => new(
        $"没有名为 {WeComOptionsValidator.Show(address)} 的机器人，请在 Robots 中添加，或改正群组的地址",
        $"There is no robot named {WeComOptionsValidator.Show(address)}; add it to Robots or correct the group's address");

    private static Phrase QuotaReached(int most) => new(
        $"已到每个机器人每分钟 {most} 条的上限，稍后继续",
        $"The robot has reached its {most} messages a minute; it will go on later");
}
