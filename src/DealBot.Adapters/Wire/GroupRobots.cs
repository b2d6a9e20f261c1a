using DealBot.Contracts;

namespace DealBot.Adapters.Wire;

/// <summary>The robots of a platform where each group has its own, by name: which there are, and that none posts more than it may.</summary>
/// <param name="robots">The robots.</param>
/// <param name="limitsFor">What the robot of a name is allowed.</param>
/// <param name="quotaFor">Counts the messages of a robot.</param>
/// <param name="refuse">Why a robot can't post a message that is within the limits; null if it can.</param>
internal sealed class GroupRobots<TRobot>(
    IReadOnlyDictionary<string, TRobot> robots,
    Func<string, AdapterLimits> limitsFor,
    Func<AdapterLimits, MinuteQuota> quotaFor,
    Func<TRobot, OutgoingMessage, Phrase?> refuse)
{
    /// <summary>The option that holds the robots, whichever adapter.</summary>
    public const string Field = "Robots";

    private readonly Dictionary<string, MinuteQuota> _quotas = robots.Keys.ToDictionary(name => name, name => quotaFor(limitsFor(name)));

    /// <summary>Why a message can't be sent; null if it can.</summary>
    public SendResult.Rejected? Refuse(SendRequest request) => robots.TryGetValue(request.Address, out var robot)
        ? OwnCheck.Of(MessageSize.Refuse(request.Message, limitsFor(request.Address)) ?? refuse(robot, request.Message))
        : OwnCheck.Of(NoSuchRobot(request.Address), Field);

    /// <summary>Sends one message by the robot that its address names.</summary>
    /// <param name="request">The message.</param>
    /// <param name="send">Posts it.</param>
    /// <param name="cancellationToken">Cancels before the call.</param>
    public async Task<SendResult> SendAsync(SendRequest request, Func<TRobot, Task<SendResult>> send, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Refuse(request) is { } refusal)
            return refusal;

        return await _quotas[request.Address].SendAsync(
            () => send(robots[request.Address]),
            wait => new SendResult.Throttled(wait, QuotaReached(limitsFor(request.Address).MessagesPerMinute!.Value), IsOwnCount: true));
    }

    /// <summary>The calls of a message, to be shown; none if it can't be sent at all.</summary>
    public IReadOnlyList<WireCall> Preview(SendRequest request, Func<TRobot, IReadOnlyList<WireCall>> calls) =>
        robots.TryGetValue(request.Address, out var robot) && MessageSize.Refuse(request.Message, limitsFor(request.Address)) is null ? calls(robot) : [];

    /// <summary>Finds what the settings of an address lack.</summary>
    /// <param name="address">The address.</param>
    /// <param name="validate">Faults of the settings with this robot alone.</param>
    /// <returns>The faults; empty if there are none.</returns>
    public IReadOnlyList<AccountFault> Test(string address, Func<IReadOnlyDictionary<string, TRobot>, IEnumerable<OptionFault>> validate) =>
        robots.TryGetValue(address, out var robot)
            ? [.. validate(new Dictionary<string, TRobot> { [address] = robot }).Select(fault => fault.AsAccountFault())]
            : [new AccountFault(Field, NoSuchRobot(address))];

    private static Phrase NoSuchRobot(string address) => new(
        $"没有名为 {ShownName.Of(address)} 的机器人，请在 Robots 中添加，或改正群组的地址",
        $"There is no robot named {ShownName.Of(address)}; add it to Robots or correct the group's address");

    private static Phrase QuotaReached(int most) => new(
        $"已到机器人的频率上限（每分钟 {most} 条），稍后继续",
        $"The robot has reached its limit ({most} messages a minute); it will go on later");
}
