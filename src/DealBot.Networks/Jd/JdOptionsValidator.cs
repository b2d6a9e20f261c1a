using System.Globalization;
using DealBot.Contracts;
using DealBot.Networks.Wire;
using static DealBot.Networks.Wire.OptionChecks;

namespace DealBot.Networks.Jd;

/// <summary>Finds everything wrong with <see cref="JdOptions"/> without calling JD. Faults never hold a secret.</summary>
public static class JdOptionsValidator
{
    /// <summary>All faults; none if the options can be used.</summary>
    public static IEnumerable<OptionFault> Validate(JdOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            .. Wire(options),
            .. Lists(options),
            .. options.Accounts.SelectMany(account => Account(account.Key, account.Value)),
            .. Unique(options.Accounts, nameof(JdAccount.AppKey), account => CallerOf(account.AppKey, account.AccessToken)),
            .. Unique(options.Accounts, nameof(JdAccount.UnionId), account => account.UnionId),
        ];
    }

    private static IEnumerable<OptionFault> Wire(JdOptions options)
    {
        var ranges = new[]
        {
            OutOfRange("TimeoutSeconds", options.TimeoutSeconds, 1, 120),
            OutOfRange("MaxRetries", options.MaxRetries, 0, 10),
            OutOfRange("PageSize", options.PageSize, 10, 50),
            Gateway(options.Gateway, "https://api.jd.com/routerjson"),
        };
        foreach (var fault in ranges.OfType<OptionFault>())
        {
            yield return fault;
        }
    }

    private static IEnumerable<OptionFault> Lists(JdOptions options) =>
    [
        .. NotEmpty("EliteIds", options.EliteIds, new Phrase("至少填写一个频道，例如 1", "name at least one channel, for example 1")),
        .. Each(
            "EliteIds",
            options.EliteIds,
            CanBeListed,
            new Phrase("不是可用的频道", "is not a channel that can be listed"),
            new Phrase("填写正整数；519 和 1001 需要选品组，不能用", "give a positive number; 519 and 1001 need a group of picks, so don't")),
        .. Keywords(options.Keywords),
        .. LinkHosts(options.LinkHosts, "u.jd.com"),
    ];

    private static IEnumerable<OptionFault> Account(string name, JdAccount account)
    {
        var path = $"Accounts.{name}";
        var console = new Phrase("从京东联盟后台复制", "copy it from the JD Union console");
        return new[]
        {
            Required($"{path}.AppKey", account.AppKey, console) ?? Bare($"{path}.AppKey", account.AppKey),
            Required($"{path}.AppSecret", account.AppSecret, console) ?? Bare($"{path}.AppSecret", account.AppSecret),
            Required($"{path}.UnionId", account.UnionId, console) ?? Digits($"{path}.UnionId", account.UnionId, console),
            Digits($"{path}.SiteId", account.SiteId, console),
            Digits($"{path}.PositionId", account.PositionId, console),
            account.LinkApi != JdLinkApi.Common ? null : Required($"{path}.SiteId", account.SiteId, new Phrase(
                "LinkApi 为 Common 时必填：联盟后台“推广管理”里已备案的网站或 APP 的 ID",
                "needed while LinkApi is Common: the id of the website or app filed in the JD Union console")),
            Enum.IsDefined(account.LinkApi) ? null : new OptionFault(
                $"{path}.LinkApi",
                account.LinkApi.ToString(),
                new Phrase("没有这个接口", "is no such interface"),
                new Phrase("填写 Common 或 BySubUnionId", "give Common or BySubUnionId")),
        }.OfType<OptionFault>().Concat(Positions(path, account, console));
    }

    /// <summary>Each is a group's alone: not written twice, and not the one that groups without any share.</summary>
    private static IEnumerable<OptionFault> Positions(string path, JdAccount account, Phrase console)
    {
        foreach (var (index, position) in account.Positions.Index())
        {
            var place = $"{path}.Positions[{index}]";
            if ((Required(place, position, console) ?? Digits(place, position, console)) is { } fault)
            {
                yield return fault;
            }
            else if (position == account.PositionId)
            {
                yield return new OptionFault(place, position, new Phrase("就是 PositionId", "is the PositionId"), new Phrase(
                    "删去这一项：PositionId 是各群共用的，不能再分给一个群", "remove the entry: the PositionId is shared and can't be one group's"));
            }
            else if (account.Positions.Take(index).Contains(position))
            {
                yield return new OptionFault(place, position, new Phrase("写了两次", "is written twice"), new Phrase("只留一个", "keep one"));
            }
        }
    }

    private static bool CanBeListed(int eliteId) => eliteId > 0 && eliteId is not (519 or 1001);
}
