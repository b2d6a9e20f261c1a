using DealBot.Contracts;
using DealBot.Networks.Wire;
using static DealBot.Networks.Wire.OptionChecks;

namespace DealBot.Networks.Pdd;

/// <summary>Finds everything wrong with <see cref="PddOptions"/> without calling Pinduoduo. Faults never hold a secret.</summary>
public static class PddOptionsValidator
{
    private static readonly Phrase Console = new("从拼多多开放平台的应用详情复制", "copy it from the application's page on Pinduoduo's open platform");
    private static readonly Phrase NoPosition = new("不是推广位 PID", "is not a promotion position (PID)");
    private static readonly Phrase PositionForm = new(
        "从多多进宝后台的推广位管理复制，例如 12345678_223344556", "copy it from the promotion positions on jinbao.pinduoduo.com, for example 12345678_223344556");

    /// <summary>All faults; none if the options can be used.</summary>
    public static IEnumerable<OptionFault> Validate(PddOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            .. Wire(options),
            .. Lists(options),
            .. options.Accounts.SelectMany(account => Account($"Accounts.{account.Key}", account.Value)),
            .. Unique(options.Accounts, nameof(PddAccount.ClientId), account => account.ClientId),
            .. Unique(options.Accounts, nameof(PddAccount.Pid), account => PddPosition.MemberOf(account.Pid)),
        ];
    }

    private static IEnumerable<OptionFault> Wire(PddOptions options) => new[]
    {
        OutOfRange("TimeoutSeconds", options.TimeoutSeconds, 1, 120),
        OutOfRange("MaxRetries", options.MaxRetries, 0, 10),
        OutOfRange("PageSize", options.PageSize, 10, 100),
        Gateway(options.Gateway, "https://gw-api.pinduoduo.com/api/router"),
    }.OfType<OptionFault>();

    private static IEnumerable<OptionFault> Lists(PddOptions options) =>
    [
        .. NotEmpty("OptIds", options.OptIds, new Phrase("至少填写一个标签，例如 15", "name at least one shelf, for example 15")),
        .. Each(
            "OptIds",
            options.OptIds,
            id => id > 0,
            new Phrase("不是商品标签", "is not a shelf"),
            new Phrase("填写正整数，例如 15（百货）", "give a positive number, for example 15 (household)")),
        .. Keywords(options.Keywords),
        .. LinkHosts(options.LinkHosts, "p.pinduoduo.com"),
    ];

    private static IEnumerable<OptionFault> Account(string path, PddAccount account) =>
    [
        .. new[]
        {
            Required($"{path}.ClientId", account.ClientId, Console) ?? Bare($"{path}.ClientId", account.ClientId),
            Required($"{path}.ClientSecret", account.ClientSecret, Console) ?? Bare($"{path}.ClientSecret", account.ClientSecret),
            Required($"{path}.Pid", account.Pid, PositionForm) ?? Position($"{path}.Pid", account.Pid),
            PddCustomParameters.IsUid(account.Uid) ? null : new OptionFault(
                $"{path}.Uid",
                account.Uid,
                new Phrase("不能用作 uid", "can't be a uid"),
                new Phrase("1 到 20 个字母、数字、下划线或横线，例如 dealbot", "1 to 20 letters, digits, _ or -, for example dealbot")),
        }.OfType<OptionFault>(),
        .. OptionChecks.Positions($"{path}.Positions", account.Positions, PddPosition.IsWellFormed, PositionForm),
        .. Foreign($"{path}.Positions", account),
    ];

    private static OptionFault? Position(string path, string position) =>
        PddPosition.IsWellFormed(position) ? null : new OptionFault(path, position, NoPosition, PositionForm);

    /// <summary>Positions that another member would earn by, or that every group has already.</summary>
    private static IEnumerable<OptionFault> Foreign(string path, PddAccount account) => account.Positions.Index()
        .Where(entry => PddPosition.IsWellFormed(entry.Item) && PddPosition.IsWellFormed(account.Pid))
        .Where(entry => entry.Item == account.Pid || !PddPosition.AreOfOneMember(entry.Item, account.Pid))
        .Select(entry => entry.Item == account.Pid
            ? new OptionFault($"{path}[{entry.Index}]", entry.Item, new Phrase("和 Pid 相同，分不出群", "is the one of Pid and tells no group apart"), new Phrase(
                "换一个推广位或删去此项", "give another position or remove the entry"))
            : new OptionFault($"{path}[{entry.Index}]", entry.Item, new Phrase("不属于 Pid 的账号，佣金会归别人", "belongs to another member than Pid, who would earn the commission"), new Phrase(
                $"下划线前面应当和 Pid（{account.Pid}）相同", $"the part before the underscore must be that of Pid ({account.Pid})")));
}
