using System.Globalization;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.OneBot;

/// <summary>Names every fault of <see cref="OneBotOptions"/> without calling anybody and without showing a secret.</summary>
public static class OneBotOptionsValidator
{
    private const int ShortestSecret = 8;

    private static readonly string[] Schemes = ["http", "https", "ws", "wss"];

    /// <summary>The faults; none if the options can be used.</summary>
    public static IEnumerable<OptionFault> Validate(OneBotOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        // An entry of a settings file that says nothing, "qq": null, is one that lacks everything.
        options = options with
        {
            Bots = options.Bots.ToDictionary(bot => bot.Key, bot => bot.Value ?? new OneBotBot()),
            Groups = options.Groups.ToDictionary(group => group.Key, group => group.Value ?? new OneBotGroup()),
        };
        return [.. OptionRange.Check(Ranges(options)), .. options.Bots.SelectMany(bot => CheckBot(bot.Key, bot.Value)), .. CheckGroups(options)];
    }

    private static IEnumerable<OptionRange> Ranges(OneBotOptions options) =>
    [
        new(nameof(OneBotOptions.TimeoutSeconds), options.TimeoutSeconds, 1, 60),
        .. options.Bots.SelectMany(bot => RangesOf(PathOf(bot.Key), bot.Value)),
    ];

    // A post with a poster may be two messages; with less than that it would never fit.
    private static IEnumerable<OptionRange> RangesOf(string path, OneBotBot bot) =>
    [
        new(path + nameof(OneBotBot.SecondsBetween), bot.SecondsBetween, 1, 600),
        new(path + nameof(OneBotBot.MessagesPerMinute), bot.MessagesPerMinute, 2, 60),
        new(path + nameof(OneBotBot.MessagesPerHour), bot.MessagesPerHour, 2, 3600),
        new(path + nameof(OneBotBot.MessagesPerDay), bot.MessagesPerDay, 2, 86_400),
    ];

    private static IEnumerable<OptionFault> CheckBot(string name, OneBotBot bot)
    {
        if (bot.Url is not { IsAbsoluteUri: true } url || !Schemes.Contains(url.Scheme) || url.Query.Length > 0 || url.UserInfo.Length > 0)
        {
            // A token may have been pasted behind the question mark, a password before the host.
            yield return new OptionFault(
                PathOf(name) + nameof(OneBotBot.Url),
                bot.Url is { IsAbsoluteUri: true } given ? given.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : null,
                new Phrase("不是 OneBot 的地址", "This is not the address of a bridge"),
                new Phrase(
                    "填写 http://127.0.0.1:3000 或 ws://127.0.0.1:3001 这样的地址，不带参数；令牌写在 AccessToken",
                    "Give an address like http://127.0.0.1:3000 or ws://127.0.0.1:3001 without a query; the token belongs into AccessToken"));
        }
        else if (url.Scheme is "http" or "ws" && bot.AccessToken.Length == 0 && !url.IsLoopback)
        {
            yield return new OptionFault(
                PathOf(name) + nameof(OneBotBot.AccessToken),
                Value: null,
                new Phrase("没有令牌，而地址不在本机：谁都能用这个 QQ 号发消息", "There is no token and the bridge is not on this machine: anybody could post with the account"),
                new Phrase("在 OneBot 端设置令牌，并填写在这里", "Set a token in the bridge and give it here"));
        }

        if (bot.AccessToken.Any(character => character is <= ' ' or > '~'))
        {
            yield return new OptionFault(
                PathOf(name) + nameof(OneBotBot.AccessToken),
                Value: null,
                new Phrase("令牌里有空格或特殊字符，放不进请求头", "The token has a space or a special character, which a header can't hold"),
                new Phrase("只填写令牌本身，前面不加 Bearer；OneBot 端的令牌也只用字母、数字和符号", "Give the token itself, without Bearer before it; in the bridge too, let it have letters, digits and marks only"));
        }

        if (bot.Secret.Length is > 0 and < ShortestSecret)
        {
            yield return new OptionFault(
                PathOf(name) + nameof(OneBotBot.Secret),
                Value: null,
                new Phrase("太短，签名容易被猜出", "Too short; a signature could be guessed"),
                new Phrase($"至少 {ShortestSecret} 个字符", $"At least {ShortestSecret} characters"));
        }
    }

    private static IEnumerable<OptionFault> CheckGroups(OneBotOptions options)
    {
        var nameOfGroup = new Dictionary<(string, long), string>();
        foreach (var (name, group) in options.Groups)
        {
            var path = $"{nameof(OneBotOptions.Groups)}.{name}.";
            if (!options.Bots.TryGetValue(group.Bot, out var bot))
                yield return NoSuchBot(path, group.Bot, options.Bots.Keys);
            else if (group.Forward && bot.SelfId <= 0)
                yield return NoSelfId(group.Bot);

            if (group.GroupId <= 0)
                yield return NoGroupId(path, group.GroupId);
            else if (!nameOfGroup.TryAdd((group.Bot, group.GroupId), name))
                yield return SameGroup(path, group.GroupId, nameOfGroup[(group.Bot, group.GroupId)]);
        }
    }

    private static OptionFault NoSuchBot(string path, string bot, IEnumerable<string> bots) => new(
        path + nameof(OneBotGroup.Bot),
        ShownName.Of(bot),
        new Phrase("没有这个机器人", "There is no such bot"),
        new Phrase($"填写 Bots 中的一个名字：{string.Join("、", bots)}", $"Give one of the names of Bots: {string.Join(", ", bots)}"));

    private static OptionFault NoSelfId(string bot) => new(
        PathOf(bot) + nameof(OneBotBot.SelfId),
        "0",
        new Phrase("合并转发需要机器人的 QQ 号", "Forwarded messages need the bot's QQ number"),
        new Phrase("填写登录的 QQ 号，或去掉群的 Forward", "Give the QQ number that is logged in, or take Forward from the group"));

    private static OptionFault NoGroupId(string path, long id) => new(
        path + nameof(OneBotGroup.GroupId),
        id.ToString(CultureInfo.InvariantCulture),
        new Phrase("不是群号", "This is not a group's number"),
        new Phrase("填写 QQ 群号，例如 123456789", "Give the group's number, for example 123456789"));

    private static OptionFault SameGroup(string path, long id, string other) => new(
        path + nameof(OneBotGroup.GroupId),
        id.ToString(CultureInfo.InvariantCulture),
        new Phrase($"与 {other} 是同一个群", $"The same group as {other}"),
        new Phrase($"在群组里使用 {other}", $"Use {other} in the group"));

    private static string PathOf(string bot) => $"{nameof(OneBotOptions.Bots)}.{bot}.";
}
