using System.Text.RegularExpressions;
using DealBot.Contracts;

namespace DealBot.Adapters.Wire;

/// <summary>Checks of the settings of <see cref="GroupRobot"/>s; nothing that they say shows a secret.</summary>
/// <param name="TokenField">What the option is called that holds the robot's token.</param>
/// <param name="TokenMark">What stands before the token in the robot's webhook address.</param>
/// <param name="PerMinute">The most messages a minute that the platform allows.</param>
internal sealed partial record GroupRobotChecks(string TokenField, string TokenMark, int PerMinute)
{
    /// <summary>A post with a poster may be two messages; with less than that it would never fit.</summary>
    public const int LeastMessages = 2;

    private const int MostKeywords = 10;
    private const int LongestKeyword = 100;

    /// <summary>The faults of all robots.</summary>
    public IEnumerable<OptionFault> Check<TRobot>(IReadOnlyDictionary<string, TRobot>? robots, Func<TRobot, string> tokenOf)
        where TRobot : GroupRobot
    {
        var nameOfToken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, robot) in robots ?? new Dictionary<string, TRobot>())
        {
            var path = $"{GroupRobots<TRobot>.Field}.{ShownName.Of(name)}.";
            var token = robot is null ? "" : tokenOf(robot);
            if (TokenProblem(token) is { } problem)
                yield return new OptionFault(path + TokenField, Value: null, problem, TokenRemedy());
            else if (!nameOfToken.TryAdd(token, name))
                yield return SharedToken(path, ShownName.Of(nameOfToken[token]));

            foreach (var fault in robot is null ? [] : CheckRest(path, robot))
                yield return fault;
        }
    }

    private IEnumerable<OptionFault> CheckRest(string path, GroupRobot robot) =>
    [
        .. OptionRange.Check(
        [
            new(path + nameof(GroupRobot.MessagesPerMinute), robot.MessagesPerMinute, LeastMessages, PerMinute),
            new(path + nameof(GroupRobot.MessagesPerHour), robot.MessagesPerHour, LeastMessages, PerMinute * 60),
            new(path + nameof(GroupRobot.MessagesPerDay), robot.MessagesPerDay, LeastMessages, PerMinute * 60 * 24),
        ]),
        .. CheckSecret(path, robot.Secret),
        .. CheckKeywords(path, robot.Keywords),
    ];

    private Phrase? TokenProblem(string token)
    {
        if (string.IsNullOrWhiteSpace(token))
            return new Phrase($"没有填写机器人的 {TokenField}", $"The robot's {TokenField} is missing");

        if (token.Contains("://", StringComparison.Ordinal) || token.Contains(TokenMark, StringComparison.OrdinalIgnoreCase))
            return new Phrase($"填写了整个 Webhook 地址，只需要其中 {TokenMark} 之后的部分", $"This is the whole webhook address; only the part after {TokenMark} is needed");

        return TokenShape().IsMatch(token)
            ? null
            : new Phrase($"{TokenField} 格式不对，可能没有复制完整", $"The {TokenField} has the wrong shape; perhaps it was not copied whole");
    }

    private Phrase TokenRemedy() => new(
        $"填写 Webhook 地址中 {TokenMark} 之后的部分", $"Give the part of the webhook address after {TokenMark}");

    private OptionFault SharedToken(string path, string other) => new(
        path + TokenField,
        Value: null,
        new Phrase($"与机器人 {other} 相同", $"It is the same as that of robot {other}"),
        new Phrase(
            $"在群组里使用 {other}，或为这个群新建一个机器人：频率限制按机器人计算",
            $"Use {other} in the group, or add a robot of its own: limits are counted by robot"));

    private static IEnumerable<OptionFault> CheckSecret(string path, string? secret)
    {
        if (secret is null || secret.Length == 0)
            yield break;

        if (secret.Any(char.IsWhiteSpace) || secret.Contains("://", StringComparison.Ordinal))
        {
            yield return new OptionFault(
                path + nameof(GroupRobot.Secret),
                Value: null,
                new Phrase("密钥里有空白，或者填成了网址", "The secret has blanks in it, or is an address"),
                new Phrase("填写机器人安全设置里的加签密钥；没有开启加签就留空", "Give the secret of the robot's security settings, or leave it empty if signing is off"));
        }
    }

    private static IEnumerable<OptionFault> CheckKeywords(string path, IReadOnlyList<string>? keywords)
    {
        if (keywords is null || (keywords.Count <= MostKeywords && keywords.All(word => !string.IsNullOrWhiteSpace(word) && word.Length <= LongestKeyword)))
            yield break;

        yield return new OptionFault(
            path + nameof(GroupRobot.Keywords),
            $"{keywords.Count}",
            new Phrase("关键词太多，或有空的、太长的", "There are too many keywords, or one is empty or too long"),
            new Phrase($"照机器人的安全设置填写，最多 {MostKeywords} 个", $"Give those of the robot's security settings, at most {MostKeywords}"));
    }

    // The platforms document no shape; this tells what was cut off or pasted with blanks.
    [GeneratedRegex(@"\A[0-9A-Za-z_-]{16,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TokenShape();
}
