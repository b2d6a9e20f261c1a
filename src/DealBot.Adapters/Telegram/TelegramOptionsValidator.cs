using System.Text.RegularExpressions;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.Telegram;

/// <summary>Names every fault of <see cref="TelegramOptions"/> without calling anybody and without showing a secret.</summary>
public static partial class TelegramOptionsValidator
{
    private const int ShortestSecret = 16;

    /// <summary>The faults; none if the options can be used.</summary>
    public static IEnumerable<OptionFault> Validate(TelegramOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        // An entry of a settings file that says nothing, "haojia": null, is one that lacks everything.
        options = options with
        {
            Bots = options.Bots.ToDictionary(bot => bot.Key, bot => bot.Value ?? new TelegramBot()),
            Chats = options.Chats.ToDictionary(chat => chat.Key, chat => chat.Value ?? new TelegramChat()),
        };
        return
        [
            .. CheckBaseUrl(options.BaseUrl),
            .. OptionRange.Check(Ranges(options)),
            .. CheckTokens(options.Bots),
            .. options.Bots.SelectMany(bot => CheckSecret(bot.Key, bot.Value.WebhookSecret)),
            .. CheckChats(options),
        ];
    }

    private static IEnumerable<OptionFault> CheckBaseUrl(Uri? url)
    {
        if (url is { IsAbsoluteUri: true } && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)) && url.AbsolutePath == "/" && url.Query.Length == 0)
            yield break;

        // Somebody may have pasted an address with the token in its path.
        yield return new OptionFault(
            nameof(TelegramOptions.BaseUrl),
            url is { IsAbsoluteUri: true } given ? given.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : null,
            new Phrase("不是 Bot API 的根地址", "This is not the root of a Bot API server"),
            new Phrase(
                "填写 https:// 开头的根地址，不带路径和令牌（http 只用于本机），或删去此项使用默认值",
                "Give an https root without path and token (http only for this machine), or leave it out for the default"));
    }

    private static IEnumerable<OptionRange> Ranges(TelegramOptions options) =>
    [
        new(nameof(TelegramOptions.TimeoutSeconds), options.TimeoutSeconds, 1, 60),
        .. options.Bots.SelectMany(bot => new OptionRange[]
        {
            new(PathOf(bot.Key) + nameof(TelegramBot.MessagesPerHour), bot.Value.MessagesPerHour, 2, 72_000),
            new(PathOf(bot.Key) + nameof(TelegramBot.MessagesPerDay), bot.Value.MessagesPerDay, 2, 1_000_000),
        }),
        .. options.Chats.Select(chat => new OptionRange(
            $"{nameof(TelegramOptions.Chats)}.{chat.Key}.{nameof(TelegramChat.MessagesPerMinute)}", chat.Value.MessagesPerMinute, 1, TelegramAdapter.DocumentedPerMinute)),
    ];

    private static IEnumerable<OptionFault> CheckTokens(IReadOnlyDictionary<string, TelegramBot> bots)
    {
        var nameOfToken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, bot) in bots)
        {
            var path = PathOf(name) + nameof(TelegramBot.Token);
            if (!TokenShape().IsMatch(bot.Token))
            {
                yield return new OptionFault(path, Value: null, new Phrase("没有填写令牌，或格式不对", "The token is missing or has the wrong shape"), new Phrase(
                    "填写 BotFather 给出的令牌，形如 123456789:AA…", "Give the token from BotFather, which looks like 123456789:AA…"));
            }
            else if (!nameOfToken.TryAdd(bot.Token, name))
            {
                yield return new OptionFault(path, Value: null, new Phrase($"与 {nameOfToken[bot.Token]} 是同一个机器人", $"The same bot as {nameOfToken[bot.Token]}"), new Phrase(
                    $"在 Chats 中使用 {nameOfToken[bot.Token]}：额度按机器人计算", $"Use {nameOfToken[bot.Token]} in Chats: quotas are counted by bot"));
            }
        }
    }

    private static IEnumerable<OptionFault> CheckSecret(string bot, string secret)
    {
        if (secret.Length == 0 || (secret.Length >= ShortestSecret && SecretShape().IsMatch(secret)))
            yield break;

        yield return new OptionFault(
            PathOf(bot) + nameof(TelegramBot.WebhookSecret),
            Value: null,
            new Phrase("太短，或含有 Telegram 不接受的字符", "Too short, or with characters that Telegram does not take"),
            new Phrase(
                $"{ShortestSecret} 到 256 个字母、数字、_ 或 -，例如 openssl rand -hex 16 的输出",
                $"{ShortestSecret} to 256 letters, digits, _ or -, for example from openssl rand -hex 16"));
    }

    private static IEnumerable<OptionFault> CheckChats(TelegramOptions options)
    {
        var nameOfChat = new Dictionary<(string, string), string>();
        foreach (var (name, chat) in options.Chats)
        {
            var path = $"{nameof(TelegramOptions.Chats)}.{name}.";
            if (!options.Bots.ContainsKey(chat.Bot))
            {
                yield return new OptionFault(path + nameof(TelegramChat.Bot), ShownName.Of(chat.Bot), new Phrase("没有这个机器人", "There is no such bot"), new Phrase(
                    $"填写 Bots 中的一个名字：{string.Join("、", options.Bots.Keys)}", $"Give one of the names of Bots: {string.Join(", ", options.Bots.Keys)}"));
            }

            if (!ChatShape().IsMatch(chat.ChatId))
            {
                yield return new OptionFault(path + nameof(TelegramChat.ChatId), ShownName.Of(chat.ChatId), new Phrase("不是群的 id", "This is not the id of a chat"), new Phrase(
                    "填写 -1001234567890 这样的 id，或公开群的 @名字", "Give an id like -1001234567890, or @name of a public chat"));
            }
            else if (!nameOfChat.TryAdd((chat.Bot, chat.ChatId), name))
            {
                yield return new OptionFault(path + nameof(TelegramChat.ChatId), chat.ChatId, new Phrase(
                    $"与 {nameOfChat[(chat.Bot, chat.ChatId)]} 是同一个群", $"The same chat as {nameOfChat[(chat.Bot, chat.ChatId)]}"), new Phrase(
                    $"在群组里使用 {nameOfChat[(chat.Bot, chat.ChatId)]}", $"Use {nameOfChat[(chat.Bot, chat.ChatId)]} in the group"));
            }
        }
    }

    private static string PathOf(string bot) => $"{nameof(TelegramOptions.Bots)}.{bot}.";

    [GeneratedRegex(@"\A[0-9]{3,20}:[0-9A-Za-z_-]{20,100}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TokenShape();

    [GeneratedRegex(@"\A[0-9A-Za-z_-]{1,256}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SecretShape();

    [GeneratedRegex(@"\A(-?[0-9]{1,19}|@[A-Za-z][0-9A-Za-z_]{3,63})\z", RegexOptions.CultureInvariant)]
    private static partial Regex ChatShape();
}
