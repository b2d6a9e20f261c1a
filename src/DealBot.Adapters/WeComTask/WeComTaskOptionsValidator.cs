using System.Text.RegularExpressions;
using DealBot.Adapters.WeCom;
using DealBot.Adapters.WeComTask.Callbacks;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.WeComTask;

/// <summary>Names every fault of <see cref="WeComTaskOptions"/> without calling anybody and without showing a secret.</summary>
public static partial class WeComTaskOptionsValidator
{
    private const int LongestMonth = 31;

    private static readonly Phrase Missing = new("没有填写", "This is missing");

    /// <summary>The faults; none if the options can be used.</summary>
    public static IEnumerable<OptionFault> Validate(WeComTaskOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            .. RootAddress.Check(nameof(WeComTaskOptions.BaseUrl), options.BaseUrl, WeComOptionsValidator.Platform),
            .. CheckAccount(options),
            .. OptionRange.Check(Numbers(options)),
            .. CheckChats(options.Chats),
            .. CheckMembers(options),
            .. options.Callback is { } callback ? CheckCallback(callback) : [],
        ];
    }

    private static IEnumerable<OptionFault> CheckAccount(WeComTaskOptions options)
    {
        if (!Id().IsMatch(options.CorpId ?? ""))
        {
            yield return new OptionFault(nameof(WeComTaskOptions.CorpId), options.CorpId, new Phrase("不是企业 ID", "This is no company id"), new Phrase(
                "填写管理后台“我的企业”里的企业 ID，以 ww 开头", "Give the company id (企业 ID) of the console's page 我的企业; it begins with ww"));
        }

        if (!Shown().IsMatch(options.Secret ?? ""))
        {
            yield return new OptionFault(nameof(WeComTaskOptions.Secret), Value: null, Missing, new Phrase(
                "填写自建应用的 Secret，并在“客户联系”里允许这个应用调用接口", "Give the Secret of your own application, and allow it to use customer contact (客户联系)"));
        }
    }

    private static IEnumerable<OptionRange> Numbers(WeComTaskOptions options) =>
    [
        new(nameof(WeComTaskOptions.TimeoutSeconds), options.TimeoutSeconds, 1, 60),
        new(nameof(WeComTaskOptions.MessagesPerDay), options.MessagesPerDay, 1, LongestMonth),
        new(nameof(WeComTaskOptions.MessagesPerMonth), options.MessagesPerMonth, 1, LongestMonth),
        new(nameof(WeComTaskOptions.ConfirmedStatus), options.ConfirmedStatus, 1, 99),
        new(nameof(WeComTaskOptions.AgentId), options.AgentId, 1, int.MaxValue),
        new($"{nameof(WeComTaskOptions.Callback)}.{nameof(WeComCallbackOptions.WindowSeconds)}", options.Callback?.WindowSeconds, 30, 3600),
        .. (options.Chats ?? new Dictionary<string, WeComTaskChat>()).SelectMany(chat => NumbersOf(chat.Key, chat.Value)),
    ];

    private static IEnumerable<OptionRange> NumbersOf(string name, WeComTaskChat? chat) =>
    [
        new($"{PathOf(name)}.{nameof(WeComTaskChat.MessagesPerDay)}", chat?.MessagesPerDay, 1, LongestMonth),
        new($"{PathOf(name)}.{nameof(WeComTaskChat.MessagesPerMonth)}", chat?.MessagesPerMonth, 1, LongestMonth),
    ];

    private static IEnumerable<OptionFault> CheckChats(IReadOnlyDictionary<string, WeComTaskChat>? chats)
    {
        var nameOfChat = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, chat) in chats ?? new Dictionary<string, WeComTaskChat>())
        {
            var chatId = chat?.ChatId ?? "";
            if (!Id().IsMatch(chatId))
            {
                yield return new OptionFault($"{PathOf(name)}.{nameof(WeComTaskChat.ChatId)}", chatId, new Phrase("不是客户群 ID", "This is no customer group's id"), new Phrase(
                    "填写客户群的 chat_id，以 wr 开头；不知道就先写 wr0，dealbot check 会列出群主的客户群", "Give the group's chat_id, which begins with wr; if you don't know it write wr0, and dealbot check names the owner's groups"));
            }
            else if (!nameOfChat.TryAdd(chatId, ShownName.Of(name)))
            {
                yield return new OptionFault(
                    $"{PathOf(name)}.{nameof(WeComTaskChat.ChatId)}", chatId,
                    new Phrase($"与 {nameOfChat[chatId]} 是同一个群", $"This is the same group as {nameOfChat[chatId]}"),
                    new Phrase("一个群只写一次：每月的条数按群计算", "Name a group once: messages a month are counted by group"));
            }

            if (!Shown().IsMatch(chat?.Sender ?? ""))
            {
                yield return new OptionFault($"{PathOf(name)}.{nameof(WeComTaskChat.Sender)}", chat?.Sender, Missing, new Phrase(
                    "填写群主的成员账号（userid），由他在企业微信里确认每次群发", "Give the user id of the group's owner, who confirms each message in WeCom"));
            }
        }
    }

    private static IEnumerable<OptionFault> CheckMembers(WeComTaskOptions options)
    {
        foreach (var (name, userId) in options.Members ?? new Dictionary<string, string>())
        {
            if (!Shown().IsMatch(userId ?? ""))
            {
                yield return new OptionFault($"{nameof(WeComTaskOptions.Members)}.{ShownName.Of(name)}", userId, Missing, new Phrase(
                    "填写成员账号（userid）", "Give the member's user id"));
            }

            if (options.Chats?.ContainsKey(name) == true)
            {
                yield return new OptionFault($"{nameof(WeComTaskOptions.Members)}.{ShownName.Of(name)}", userId, new Phrase("和一个群同名", "A group has the same name"), new Phrase(
                    "换一个名字：名字就是地址", "Choose another name: names are addresses"));
            }
        }

        if (options.Members is { Count: > 0 } && options.AgentId is null)
        {
            yield return new OptionFault(nameof(WeComTaskOptions.AgentId), null, Missing, new Phrase(
                "填写应用的 AgentId：发给成员的消息由应用发出", "Give the application's AgentId: it is the application that writes to members"));
        }
    }

    private static IEnumerable<OptionFault> CheckCallback(WeComCallbackOptions callback)
    {
        const string path = nameof(WeComTaskOptions.Callback);
        if (!Endpoint().IsMatch(callback.Endpoint ?? ""))
        {
            yield return new OptionFault($"{path}.{nameof(WeComCallbackOptions.Endpoint)}", callback.Endpoint, new Phrase("不能用作网址的一段", "This can't be part of an address"), new Phrase(
                "1 到 40 个字母、数字或连字符", "1 to 40 letters, digits or hyphens"));
        }

        if (!Shown().IsMatch(callback.Token ?? ""))
        {
            yield return new OptionFault($"{path}.{nameof(WeComCallbackOptions.Token)}", Value: null, Missing, new Phrase(
                "填写应用“接收消息”里的 Token", "Give the Token of the application's page 接收消息"));
        }

        if (WeComCallbackCrypto.KeyOf(callback.EncodingAesKey ?? "") is null)
        {
            yield return new OptionFault($"{path}.{nameof(WeComCallbackOptions.EncodingAesKey)}", Value: null, new Phrase("格式不对", "This has the wrong shape"), new Phrase(
                "填写应用“接收消息”里的 EncodingAESKey，43 个字母和数字", "Give the EncodingAESKey of the application's page 接收消息: 43 letters and digits"));
        }
    }

    private static string PathOf(string name) => $"{nameof(WeComTaskOptions.Chats)}.{ShownName.Of(name)}";

    [GeneratedRegex(@"\A[0-9A-Za-z_-]{3,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(@"\A[^\s\p{C}]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shown();

    [GeneratedRegex(@"\A[0-9A-Za-z-]{1,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Endpoint();
}
