using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.DingTalk;

/// <summary>Names every fault of <see cref="DingTalkOptions"/> without calling anybody and without showing a secret.</summary>
public static class DingTalkOptionsValidator
{
    private static readonly GroupRobotChecks Robots = new(nameof(DingTalkRobot.AccessToken), "access_token=", DingTalkAdapter.DocumentedPerMinute);

    /// <summary>The faults; none if the options can be used.</summary>
    public static IEnumerable<OptionFault> Validate(DingTalkOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            .. RootAddress.Check(nameof(DingTalkOptions.BaseUrl), options.BaseUrl, DingTalkClient.Name),
            .. OptionRange.Check(
            [
                new(nameof(DingTalkOptions.TimeoutSeconds), options.TimeoutSeconds, 1, 60),
                new(nameof(DingTalkOptions.MessagesPerMinute), options.MessagesPerMinute, GroupRobotChecks.LeastMessages, DingTalkAdapter.DocumentedPerMinute),
            ]),
            .. Robots.Check(options.Robots, robot => robot.AccessToken),
        ];
    }
}
