using System.ComponentModel;

namespace DealBot.Core.Catalog;

/// <summary>What is synced from networks, and how often.</summary>
public sealed record CatalogOptions
{
    [Description("每隔多少分钟同步一次商品，5 到 360")]
    public int SyncMinutes { get; init; } = 30;

    [Description("每个频道最多取多少件商品，20 到 10000")]
    public int DealsPerChannel { get; init; } = 200;

    [Description("一件商品观察满多少天，才说得上“观察以来新低”，30 到 365")]
    public int LowAfterDays { get; init; } = 30;

    [Description("推送前向联盟复查价格和券，每次最多等多少秒，1 到 60；0 表示不复查，只看同步到的价格有多新")]
    public int RecheckSeconds { get; init; } = 5;

    [Description("复查不到时，多少分钟以内同步到的价格还算数，10 到 720；同步间隔更长时按同步间隔再加 10 分钟")]
    public int TrustMinutes { get; init; } = 60;
}
