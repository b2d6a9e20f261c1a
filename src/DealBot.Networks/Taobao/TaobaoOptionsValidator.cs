using DealBot.Contracts;
using DealBot.Networks.Wire;
using static DealBot.Networks.Wire.OptionChecks;

namespace DealBot.Networks.Taobao;

/// <summary>Finds everything wrong with <see cref="TaobaoOptions"/> without calling Taobao. Faults never hold a secret.</summary>
public static class TaobaoOptionsValidator
{
    private static readonly Phrase NoPid = new("不是 PID", "is no pid");
    private static readonly Phrase PidShape = new(
        "从阿里妈妈后台“推广管理 · 推广位管理”复制完整的 PID，形如 mm_1_2_3",
        "copy the whole pid from Alimama's console (promotion positions); it looks like mm_1_2_3");

    private static readonly Phrase Repeated = new("写了两次", "is there twice");
    private static readonly Phrase Once = new("每个只写一次，也不要与 Pid 相同：一个推广位只能分给一个群", "give each once, and not the general Pid: a position belongs to one group");

    /// <summary>All faults; none if the options can be used.</summary>
    public static IEnumerable<OptionFault> Validate(TaobaoOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            .. Wire(options).OfType<OptionFault>(),
            .. Lists(options),
            .. options.Accounts.SelectMany(account => Account($"Accounts.{account.Key}", account.Value)),
            .. Unique(options.Accounts, nameof(TaobaoAccount.AppKey), account => account.AppKey),
            .. Unique(options.Accounts, nameof(TaobaoAccount.Pid), account => TaobaoPid.TryParse(account.Pid, out var pid) ? $"mm_{pid.Member}" : null),
        ];
    }

    private static IEnumerable<OptionFault?> Wire(TaobaoOptions options) =>
    [
        OutOfRange("TimeoutSeconds", options.TimeoutSeconds, 1, 120),
        OutOfRange("MaxRetries", options.MaxRetries, 0, 10),
        OutOfRange("PageSize", options.PageSize, 10, 100),
        OutOfRange("OrderWindowMinutes", options.OrderWindowMinutes, 1, 180),
        Gateway(options.Gateway, "https://eco.taobao.com/router/rest"),
        Enum.IsDefined(options.SignMethod) ? null : new OptionFault(
            "SignMethod", options.SignMethod.ToString(), new Phrase("没有这种签名方式", "is no such signature"), new Phrase("填写 Md5、Hmac 或 HmacSha256", "give Md5, Hmac or HmacSha256")),
        Enum.IsDefined(options.RateUnit) ? null : new OptionFault(
            "RateUnit", options.RateUnit.ToString(), new Phrase("没有这种单位", "is no such unit"), new Phrase("填写 HundredthsOfPercent 或 Percent", "give HundredthsOfPercent or Percent")),
        options.MaterialId > 0 ? null : new OptionFault(
            "MaterialId", $"{options.MaterialId}", new Phrase("应当是正整数", "must be a positive number"), new Phrase("一般填写 80309", "80309 is the usual one")),
    ];

    private static IEnumerable<OptionFault> Lists(TaobaoOptions options) =>
    [
        .. options.Categories.Count > 0 ? [] : NotEmpty("Keywords", options.Keywords, new Phrase("至少填写一个搜索词或类目，例如 纸巾", "name at least one search word or category, for example 纸巾")),
        .. NotEmpty("LinkHosts", options.LinkHosts, new Phrase("至少填写 s.click.taobao.com 和 uland.taobao.com", "name s.click.taobao.com and uland.taobao.com at least")),
        .. Each("Categories", options.Categories, category => category > 0, new Phrase("不是类目 ID", "is no category id"), new Phrase("填写正整数", "give a positive number")),
        .. Each(
            "Keywords",
            options.Keywords,
            keyword => !string.IsNullOrWhiteSpace(keyword),
            new Phrase("是空的", "is blank"),
            new Phrase("填写搜索词或删去此项", "give a search word or remove the entry")),
        .. Each(
            "LinkHosts",
            options.LinkHosts,
            IsHost,
            new Phrase("不是主机名", "is not a host name"),
            new Phrase("只写主机名，例如 uland.taobao.com，不带 https:// 和路径", "give the host name alone, for example uland.taobao.com, without https:// or path")),
    ];

    private static IEnumerable<OptionFault> Account(string path, TaobaoAccount account)
    {
        var console = new Phrase("从淘宝开放平台的应用页面复制", "copy it from the application's page on open.taobao.com");
        return
        [
            .. new[]
            {
                Required($"{path}.AppKey", account.AppKey, console) ?? Digits($"{path}.AppKey", account.AppKey, console),
                Required($"{path}.AppSecret", account.AppSecret, console) ?? Bare($"{path}.AppSecret", account.AppSecret),
                Required($"{path}.Pid", account.Pid, PidShape) ?? Pid($"{path}.Pid", account.Pid),
                OutOfRange($"{path}.SharePercent", account.SharePercent, 1, 100),
            }.OfType<OptionFault>(),
            .. Positions(path, account),
        ];
    }

    private static IEnumerable<OptionFault> Positions(string path, TaobaoAccount account) =>
    [
        .. Each($"{path}.Positions", account.Positions, text => TaobaoPid.TryParse(text, out _), NoPid, PidShape),
        .. Each(
            $"{path}.Positions",
            account.Positions,
            text => !TaobaoPid.TryParse(text, out var position) || !TaobaoPid.TryParse(account.Pid, out var general) || position.Member == general.Member,
            new Phrase("属于别的联盟账号：第一段与 Pid 不同，佣金会归别人", "belongs to another member: its first part differs from that of Pid, and somebody else would earn"),
            new Phrase("填写同一账号的推广位", "give positions of the same account")),
        .. Each($"{path}.RelationIds", account.RelationIds, IsNumber, new Phrase("不是渠道关系 ID", "is no relation id"), new Phrase("只填数字", "give digits only")),
        .. Repetitions($"{path}.Positions", [.. account.Positions.Select(AdzoneOf)], AdzoneOf(account.Pid)),
        .. Repetitions($"{path}.RelationIds", account.RelationIds, null),
        .. Each(
            $"{path}.RelationIds",
            account.RelationIds,
            id => !account.Positions.Append(account.Pid).Select(AdzoneOf).Contains(id),
            new Phrase("与一个推广位同号，订单会分不清", "has the number of a position, so that orders could not be told apart"),
            new Phrase("核对渠道关系 ID", "check the relation id")),
    ];

    private static IEnumerable<OptionFault> Repetitions(string path, IReadOnlyList<string> values, string? taken)
    {
        var seen = new HashSet<string>(taken is null ? [] : [taken], StringComparer.Ordinal);
        return [.. values.Index().Where(entry => !seen.Add(entry.Item)).Select(entry => new OptionFault($"{path}[{entry.Index}]", entry.Item, Repeated, Once))];
    }

    private static OptionFault? Pid(string path, string value) => TaobaoPid.TryParse(value, out _) ? null : new OptionFault(path, value, NoPid, PidShape);

    private static string AdzoneOf(string text) => TaobaoPid.TryParse(text, out var pid) ? pid.Adzone : text;

    private static bool IsNumber(string text) => text.Length is > 0 and <= 19 && text.All(char.IsAsciiDigit);
}
