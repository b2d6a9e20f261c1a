using System.Globalization;
using DealBot.Contracts;

namespace DealBot.Networks.Wire;

/// <summary>What the options of every network are checked for. A null is no fault.</summary>
internal static class OptionChecks
{
    private static readonly Phrase Missing = new("缺少", "is missing");
    private static readonly Phrase NotDigits = new("应当只含数字", "must be digits only");

    /// <summary>HTTPS, except on the own machine.</summary>
    public static OptionFault? Gateway(string gateway, string usual) =>
        Uri.TryCreate(gateway, UriKind.Absolute, out var url) && IsSafe(url)
            ? null
            : new OptionFault(
                "Gateway",
                gateway,
                new Phrase("不是可用的网关地址", "is not a usable gateway address"),
                new Phrase(
                    $"填写 https 地址，例如 {usual}；http 只能用于本机",
                    $"give an https address such as {usual}; http is for the own machine only"));

    public static IEnumerable<OptionFault> NotEmpty<T>(string path, IReadOnlyList<T> list, Phrase remedy) =>
        list.Count > 0 ? [] : [new OptionFault(path, null, Missing, remedy)];

    public static IEnumerable<OptionFault> Each<T>(
        string path, IReadOnlyList<T> list, Func<T, bool> isGood, Phrase problem, Phrase remedy) =>
        list.Index()
            .Where(entry => !isGood(entry.Item))
            .Select(entry => new OptionFault(
                $"{path}[{entry.Index}]", Convert.ToString(entry.Item, CultureInfo.InvariantCulture), problem, remedy));

    public static OptionFault? Required(string path, string? value, Phrase remedy) =>
        string.IsNullOrWhiteSpace(value) ? new OptionFault(path, null, Missing, remedy) : null;

    /// <summary>What was copied with a blank signs wrongly. The value may be a secret and is not told.</summary>
    public static OptionFault? Bare(string path, string value) =>
        value.Any(char.IsWhiteSpace)
            ? new OptionFault(path, null, new Phrase("含有空格或换行", "holds blanks or line breaks"), new Phrase("去掉空格和换行", "remove them"))
            : null;

    public static OptionFault? Digits(string path, string? value, Phrase remedy) =>
        string.IsNullOrWhiteSpace(value) || value.All(char.IsAsciiDigit) ? null : new OptionFault(path, value, NotDigits, remedy);

    public static OptionFault? OutOfRange(string path, int value, int least, int most) =>
        value >= least && value <= most
            ? null
            : new OptionFault(
                path,
                value.ToString(CultureInfo.InvariantCulture),
                new Phrase("超出范围", "is out of range"),
                new Phrase($"填写 {least} 到 {most}", $"give {least} to {most}"));

    /// <summary>Hosts that converted links may lead to.</summary>
    /// <param name="hosts">The setting.</param>
    /// <param name="usual">A host that belongs there.</param>
    public static IEnumerable<OptionFault> LinkHosts(IReadOnlyList<string> hosts, string usual) =>
    [
        .. NotEmpty("LinkHosts", hosts, new Phrase($"至少填写 {usual}", $"name {usual} at least")),
        .. Each("LinkHosts", hosts, IsHost, new Phrase("不是主机名", "is not a host name"), new Phrase(
            $"只写主机名，例如 {usual}，不带 https:// 和路径", $"give the host name alone, for example {usual}, without https:// or path")),
    ];

    /// <summary>Words to search goods by.</summary>
    public static IEnumerable<OptionFault> Keywords(IReadOnlyList<string> keywords) => Each(
        "Keywords",
        keywords,
        keyword => !string.IsNullOrWhiteSpace(keyword),
        new Phrase("是空的", "is blank"),
        new Phrase("填写搜索词或删去此项", "give a search word or remove the entry"));

    /// <summary>Positions to allot to groups: each as the network writes them, none twice, or two groups' orders would be one.</summary>
    public static IEnumerable<OptionFault> Positions(string path, IReadOnlyList<string> positions, Func<string, bool> isGood, Phrase remedy) =>
    [
        .. Each(path, positions, isGood, new Phrase("不是推广位", "is no promotion position"), remedy),
        .. positions.Index()
            .Where(entry => positions.Take(entry.Index).Contains(entry.Item, StringComparer.Ordinal))
            .Select(entry => new OptionFault(
                $"{path}[{entry.Index}]", entry.Item, new Phrase("重复了", "is there twice"), new Phrase("一个推广位只写一次", "name each position once"))),
    ];

    /// <summary>
    /// What accounts are known by at the network: no two the same. A network tells an account's orders to whoever asks as that account, so that each
    /// order would come twice, and be one account's or the other's by chance. What is the same may be a secret in the wrong place and is not told.
    /// </summary>
    /// <param name="accounts">The accounts by name.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="identityOf">What of it the account is known by; empty or null is a fault of another kind, or none.</param>
    public static IEnumerable<OptionFault> Unique<T>(IReadOnlyDictionary<string, T> accounts, string setting, Func<T, string?> identityOf) => accounts
        .Select(account => (Name: account.Key, Identity: identityOf(account.Value)))
        .Where(account => !string.IsNullOrWhiteSpace(account.Identity))
        .OrderBy(account => account.Name, StringComparer.Ordinal)
        .GroupBy(account => account.Identity, StringComparer.Ordinal)
        .SelectMany(same => same.Skip(1), (same, account) => new OptionFault(
            $"Accounts.{account.Name}.{setting}",
            null,
            new Phrase(
                $"和账号 {same.First().Name} 是联盟里的同一个账号，每笔订单会来两次，分不清算谁的",
                $"is the same account of the network as {same.First().Name}: each order would come twice, and nobody could say whose it is"),
            new Phrase(
                $"填写 {account.Name} 自己的；同一个账号只写一次，几个群用 groups.json 的 positions 分开",
                $"give {account.Name}'s own; name an account once, and tell its groups apart by positions in groups.json")));

    /// <summary>For whom an application calls: one of a service provider acts for many members, each by the token that he gave it.</summary>
    public static string? CallerOf(string appKey, string? accessToken) => string.IsNullOrWhiteSpace(appKey) ? null : $"{appKey} {accessToken}";

    public static bool IsSafe(Uri gateway) =>
        gateway.Scheme == Uri.UriSchemeHttps || (gateway.Scheme == Uri.UriSchemeHttp && gateway.IsLoopback);

    public static bool IsHost(string host) =>
        !host.Contains(':', StringComparison.Ordinal) && Uri.CheckHostName(host) != UriHostNameType.Unknown;
}
