using System.Text.RegularExpressions;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.WeCom;

/// <summary>Names every fault of <see cref="WeComOptions"/> without calling anybody and without showing a key.</summary>
public static partial class WeComOptionsValidator
{
    /// <summary>A post with a poster is two messages; with less than that it would never fit.</summary>
    private const int LeastMessages = 2;

    private const int MostPerHour = WeComAdapter.DocumentedPerMinute * 60;

    private const int MostPerDay = MostPerHour * 24;

    /// <summary>What WeCom is called in phrases.</summary>
    internal static readonly PlatformName Platform = new("企业微信", "WeCom");

    private static readonly Phrase KeyRemedy = new(
        "填写 Webhook 地址中 key= 之后的部分，形如 693axxxx-7aoc-4bc4-97a0-0ec2sifa5aaa",
        "Give the part of the webhook address after key=, which looks like 693axxxx-7aoc-4bc4-97a0-0ec2sifa5aaa");

    /// <summary>The faults; none if the options can be used.</summary>
    public static IEnumerable<OptionFault> Validate(WeComOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return [.. RootAddress.Check(nameof(WeComOptions.BaseUrl), options.BaseUrl, Platform), .. OptionRange.Check(Numbers(options)), .. CheckRobots(options.Robots)];
    }

    /// <summary>A name fit to be shown: a key or a webhook address that was put where a name belongs is hidden.</summary>
    internal static string Show(string name) => LooksLikeAddress(name) || KeyShape().IsMatch(name) ? "***" : name;

    private static IEnumerable<OptionRange> Numbers(WeComOptions options) =>
    [
        new(nameof(WeComOptions.TimeoutSeconds), options.TimeoutSeconds, 1, 60),
        new(nameof(WeComOptions.MessagesPerMinute), options.MessagesPerMinute, LeastMessages, WeComAdapter.DocumentedPerMinute),
        new(nameof(WeComOptions.MessagesPerHour), options.MessagesPerHour, LeastMessages, MostPerHour),
        new(nameof(WeComOptions.MessagesPerDay), options.MessagesPerDay, LeastMessages, MostPerDay),
        new(nameof(WeComOptions.ImagesPerDay), options.ImagesPerDay, 1, MostPerDay),
        .. (options.Robots ?? new Dictionary<string, WeComRobot>()).SelectMany(robot => NumbersOf(robot.Key, robot.Value)),
    ];

    private static IEnumerable<OptionRange> NumbersOf(string name, WeComRobot? robot)
    {
        var path = $"{nameof(WeComOptions.Robots)}.{Show(name)}.";
        return
        [
            new(path + nameof(WeComRobot.MessagesPerMinute), robot?.MessagesPerMinute, LeastMessages, WeComAdapter.DocumentedPerMinute),
            new(path + nameof(WeComRobot.MessagesPerHour), robot?.MessagesPerHour, LeastMessages, MostPerHour),
            new(path + nameof(WeComRobot.MessagesPerDay), robot?.MessagesPerDay, LeastMessages, MostPerDay),
        ];
    }

    private static IEnumerable<OptionFault> CheckRobots(IReadOnlyDictionary<string, WeComRobot>? robots)
    {
        var nameOfKey = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, robot) in robots ?? new Dictionary<string, WeComRobot>())
        {
            var key = robot?.Key ?? "";
            if (FindKeyProblem(key) is { } problem)
                yield return KeyFault(name, problem, KeyRemedy);
            else if (!nameOfKey.TryAdd(key, name))
                yield return SharedKeyFault(name, Show(nameOfKey[key]));
        }
    }

    private static Phrase? FindKeyProblem(string key)
    {
        if (string.IsNullOrWhiteSpace(key))
            return new Phrase("没有填写机器人的 key", "The robot's key is missing");

        if (LooksLikeAddress(key))
            return new Phrase("填写了整个 Webhook 地址，只需要其中的 key", "This is the whole webhook address; only its key is needed");

        return KeyShape().IsMatch(key)
            ? null
            : new Phrase("机器人的 key 格式不对，可能没有复制完整", "The robot's key has the wrong shape; perhaps it was not copied whole");
    }

    private static bool LooksLikeAddress(string text) =>
        text.Contains("key=", StringComparison.OrdinalIgnoreCase) || text.Contains("://", StringComparison.Ordinal);

    private static OptionFault SharedKeyFault(string name, string other) => KeyFault(
        name,
        new Phrase($"与机器人 {other} 的 key 相同", $"The key is the same as that of robot {other}"),
        new Phrase(
            $"在群组里使用 {other}，或为这个群新建一个机器人：每分钟 20 条的额度按 key 计算",
            $"Use {other} in the group, or add a robot of its own: the 20 messages a minute are counted by key"));

    private static OptionFault KeyFault(string name, Phrase problem, Phrase remedy) =>
        new($"{nameof(WeComOptions.Robots)}.{Show(name)}.{nameof(WeComRobot.Key)}", Value: null, problem, remedy);

    // Letters beyond F are taken too: WeCom calls the key no UUID, and its own examples have them.
    [GeneratedRegex(@"\A[0-9A-Za-z]{8}(-[0-9A-Za-z]{4}){3}-[0-9A-Za-z]{12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex KeyShape();
}
