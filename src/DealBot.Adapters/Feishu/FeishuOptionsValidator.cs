using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.Feishu;

/// <summary>Names every fault of <see cref="FeishuOptions"/> without calling anybody and without showing a secret.</summary>
public static class FeishuOptionsValidator
{
    private static readonly GroupRobotChecks Robots = new(nameof(FeishuRobot.Token), "/hook/", FeishuAdapter.DocumentedPerMinute);

    /// <summary>The faults; none if the options can be used.</summary>
    public static IEnumerable<OptionFault> Validate(FeishuOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            .. RootAddress.Check(nameof(FeishuOptions.BaseUrl), options.BaseUrl, FeishuClient.Name),
            .. OptionRange.Check(
            [
                new(nameof(FeishuOptions.TimeoutSeconds), options.TimeoutSeconds, 1, 60),
                new(nameof(FeishuOptions.MessagesPerMinute), options.MessagesPerMinute, GroupRobotChecks.LeastMessages, FeishuAdapter.DocumentedPerMinute),
            ]),
            .. CheckApp(options),
            .. Robots.Check(options.Robots, robot => robot.Token),
        ];
    }

    private static IEnumerable<OptionFault> CheckApp(FeishuOptions options)
    {
        if (options.AppId.Length > 0 == options.AppSecret.Length > 0)
            yield break;

        yield return new OptionFault(
            options.AppId.Length == 0 ? nameof(FeishuOptions.AppId) : nameof(FeishuOptions.AppSecret),
            Value: null,
            new Phrase("自建应用的 AppId 和 AppSecret 只填写了一个", "Only one of the app's AppId and AppSecret is given"),
            new Phrase(
                "两个都填写，用来上传图片；不发图片就两个都留空",
                "Give both, with which pictures are uploaded; leave both empty to post without pictures"));
    }
}
