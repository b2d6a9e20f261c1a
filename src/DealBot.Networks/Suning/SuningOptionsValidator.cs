using DealBot.Contracts;
using DealBot.Networks.Wire;
using static DealBot.Networks.Wire.OptionChecks;

namespace DealBot.Networks.Suning;

/// <summary>Finds everything wrong with <see cref="SuningOptions"/> without calling Suning. Faults never hold a secret.</summary>
public static class SuningOptionsValidator
{
    private static readonly Phrase Console = new("从苏宁开放平台（open.suning.com）的应用详情复制", "copy it from the application's page at open.suning.com");

    private static readonly Phrase Promoter = new(
        "在苏宁推客后台生成任一推广长链接，复制其中 userId 后面的数字", "make any long link in the Suning affiliate console and copy the number behind userId");

    private static readonly Phrase Position = new(
        "在苏宁推客后台“推广位管理”新建推广位，复制它的编号（数字）", "create a promotion position in the Suning affiliate console and copy its number");

    /// <summary>All faults; none if the options can be used.</summary>
    public static IEnumerable<OptionFault> Validate(SuningOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            .. Wire(options),
            .. Lists(options),
            .. options.Accounts.SelectMany(account => Account($"Accounts.{account.Key}", account.Value)),
            .. Unique(options.Accounts, nameof(SuningAccount.AppKey), account => account.AppKey),
            .. Unique(options.Accounts, nameof(SuningAccount.UserId), account => account.UserId),
        ];
    }

    private static IEnumerable<OptionFault> Wire(SuningOptions options) => new[]
    {
        OutOfRange("TimeoutSeconds", options.TimeoutSeconds, 1, 120),
        OutOfRange("MaxRetries", options.MaxRetries, 0, 10),
        OutOfRange("PageSize", options.PageSize, 10, 50),
        Gateway(options.Gateway, "https://open.suning.com/api/http/sopRequest"),
        Required("CityCode", options.CityCode, new Phrase("填写苏宁城市编号，例如 025", "give one of Suning's city codes, for example 025"))
            ?? Digits("CityCode", options.CityCode, new Phrase("填写苏宁城市编号，例如 025", "give one of Suning's city codes, for example 025")),
        Enum.IsDefined(options.RateUnit) ? null : new OptionFault(
            "RateUnit",
            options.RateUnit.ToString(),
            new Phrase("没有这种写法", "is no such unit"),
            new Phrase("填写 percent 或 fraction", "give percent or fraction")),
    }.OfType<OptionFault>();

    private static IEnumerable<OptionFault> Lists(SuningOptions options) =>
    [
        .. NotEmpty("Channels", options.Channels, new Phrase("至少填写一个频道，例如 high", "name at least one channel, for example high")),
        .. Each(
            "Channels",
            options.Channels,
            channel => SuningChannel.Read(channel) is not null,
            new Phrase("不是频道", "is no channel"),
            new Phrase("填写 high、high:类目编号 或 elite:推荐榜编号", "give high, high:CATEGORY or elite:LIST")),
        .. Keywords(options.Keywords),
        .. LinkHosts(options.LinkHosts, "sucs.suning.com"),
    ];

    private static IEnumerable<OptionFault> Account(string path, SuningAccount account) =>
    [
        .. new[]
        {
            Required($"{path}.AppKey", account.AppKey, Console) ?? Bare($"{path}.AppKey", account.AppKey),
            Required($"{path}.AppSecret", account.AppSecret, Console) ?? Bare($"{path}.AppSecret", account.AppSecret),
            Required($"{path}.UserId", account.UserId, Promoter) ?? Digits($"{path}.UserId", account.UserId, Promoter),
            Required($"{path}.AdBookId", account.AdBookId, Position) ?? Digits($"{path}.AdBookId", account.AdBookId, Position),
            OutOfRange($"{path}.SubUserLength", account.SubUserLength, 0, 64),
        }.OfType<OptionFault>(),
        .. Positions($"{path}.Positions", account.Positions, position => position.Length > 0 && position.All(char.IsAsciiDigit), Position),
    ];
}
