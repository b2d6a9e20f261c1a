using System.ComponentModel;

namespace DealBot.Core.Catalog;

/// <summary>What is synced from networks, and how often.</summary>
public sealed record CatalogOptions
{
    [Description("每隔多少分钟同步一次商品，5 到 360")]
    public int SyncMinutes { get; init; } = 30;

    [Description("每个频道最多取多少件商品，20 到 10000")]
    public int DealsPerChannel { get; init; } = 200;
}
