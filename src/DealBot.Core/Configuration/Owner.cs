using System.ComponentModel;
using DealBot.Contracts;

namespace DealBot.Core.Configuration;

/// <summary>Who runs groups and earns the commission.</summary>
public sealed record Owner
{
    [Description("群主编号：小写字母、数字和连字符，最多 40 个字符")]
    public required string Id { get; init; }

    [Description("称呼，显示在日报里")]
    public required string Name { get; init; }

    [Description("各联盟使用 appsettings.json 里的哪个账号，例如 { \"jd\": \"main\" }")]
    public required IReadOnlyDictionary<string, string> NetworkAccounts { get; init; }

    [Description("谁可以指挥机器人：按适配器写平台上的成员编号，例如 { \"telegram\": [\"12345678\"] }；不写就没有人可以")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Commanders { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    [Description("日报")]
    public required DigestSettings Digest { get; init; }

    [Description("佣金分成；不写表示全归群主")]
    public ShareSettings? Shares { get; init; }

    /// <summary>Whether a member of a chat may give the owner's orders.</summary>
    public bool IsCommandedBy(string adapter, string senderId) => Commanders.TryGetValue(adapter, out var ids) && ids.Contains(senderId, StringComparer.Ordinal);
}

