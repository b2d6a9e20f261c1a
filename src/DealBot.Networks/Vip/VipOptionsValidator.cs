using DealBot.Contracts;
using DealBot.Networks.Wire;
using static DealBot.Networks.Wire.OptionChecks;

namespace DealBot.Networks.Vip;

/// <summary>Finds everything wrong with <see cref="VipOptions"/> without calling Vipshop. Faults never hold a secret.</summary>
public static class VipOptionsValidator
{
    private static readonly Phrase Console = new("从唯品会开放平台（vop.vip.com）的应用详情复制", "copy it from the application's page at vop.vip.com");

    private static readonly Phrase Pid = new(
        "在唯品会联盟后台“推广位管理”新建推广位，复制它的 PID", "create a promotion position in the Vipshop affiliate console and copy its PID");

    /// <summary>All faults; none if the options can be used.</summary>
    public static IEnumerable<OptionFault> Validate(VipOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            .. Wire(options),
            .. Lists(options),
            .. options.Accounts.SelectMany(account => Account($"Accounts.{account.Key}", account.Value)),
            .. Unique(options.Accounts, nameof(VipAccount.AppKey), account => CallerOf(account.AppKey, account.AccessToken)),
            .. Unique(options.Accounts, nameof(VipAccount.ChanTag), account => account.ChanTag),
            .. Unique(options.Accounts, nameof(VipAccount.UnionCode), account => account.UnionCode),
        ];
    }

    private static IEnumerable<OptionFault> Wire(VipOptions options) => new[]
    {
        OutOfRange("TimeoutSeconds", options.TimeoutSeconds, 1, 120),
        OutOfRange("MaxRetries", options.MaxRetries, 0, 10),
        OutOfRange("PageSize", options.PageSize, 10, 100),
        Gateway(options.Gateway, "https://vop.vipapis.com"),
    }.OfType<OptionFault>();

    private static IEnumerable<OptionFault> Lists(VipOptions options) =>
    [
        .. NotEmpty("Channels", options.Channels, new Phrase("至少填写一个频道，例如 1", "name at least one channel, for example 1")),
        .. Each(
            "Channels",
            options.Channels,
            IsCode,
            new Phrase("不是频道", "is no channel"),
            new Phrase("填写 0（高佣）、1（爆款）或精选组编号", "give 0 (high commission), 1 (best sellers) or a jxCode")),
        .. Keywords(options.Keywords),
        .. LinkHosts(options.LinkHosts, "t.vip.com"),
    ];

    private static IEnumerable<OptionFault> Account(string path, VipAccount account) =>
    [
        .. new[]
        {
            Required($"{path}.AppKey", account.AppKey, Console) ?? Bare($"{path}.AppKey", account.AppKey),
            Required($"{path}.AppSecret", account.AppSecret, Console) ?? Bare($"{path}.AppSecret", account.AppSecret),
            Bare($"{path}.AccessToken", account.AccessToken ?? ""),
            Required($"{path}.ChanTag", account.ChanTag, Pid) ?? NoCode($"{path}.ChanTag", account.ChanTag, Pid),
            string.IsNullOrEmpty(account.UnionCode) ? null : NoCode($"{path}.UnionCode", account.UnionCode, new Phrase(
                "填写长链接里的 ucode，只含字母、数字、下划线和横线", "give the ucode of a long link: letters, digits, _ and - only")),
            IsOpenId(account.OpenId) ? null : new OptionFault(
                $"{path}.OpenId",
                account.OpenId,
                new Phrase("不是用户标识", "is no openId"),
                new Phrase("1 到 32 个字母、数字或下划线，例如 dealbot", "give 1 to 32 letters, digits or _, for example dealbot")),
        }.OfType<OptionFault>(),
        .. Positions($"{path}.Positions", account.Positions, IsCode, Pid),
    ];

    private static OptionFault? NoCode(string path, string value, Phrase remedy) =>
        IsCode(value) ? null : new OptionFault(path, value, new Phrase("含有不能用的字符", "holds characters that can't be used"), remedy);

    private static bool IsCode(string text) => text.Length is > 0 and <= 64 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');

    private static bool IsOpenId(string text) => text.Length is > 0 and <= 32 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
}
