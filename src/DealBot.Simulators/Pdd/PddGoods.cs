using DealBot.Contracts;
using DealBot.Simulators.Market;
using DealBot.Simulators.Shoppers;

namespace DealBot.Simulators.Pdd;

/// <summary>The invented goods as Pinduoduo sells them: under signs of its own, with commissions in whole per mille.</summary>
internal static class PddGoods
{
    private const string SignLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    private const int SignLength = 34;
    private const long FirstNumber = 600_000_000_000;

    public static MarketCatalogue Build() => MarketCatalogue.Build("官方旗舰店", asSold: item => item with
    {
        ItemId = SignOf(item),
        CommissionRate = new Rate(Math.Max(10, item.CommissionRate.BasisPoints / 10 * 10)),
    });

    /// <summary>The number that the app shows. Answers no longer hold it.</summary>
    public static long NumberOf(MarketItem item) => FirstNumber + (long)(StableRandom.Hash("pdd goods_id", item.SkuId) % 90_000_000_000);

    private static string SignOf(MarketItem item)
    {
        var random = new StableRandom("pdd goods_sign", item.SkuId);
        return string.Concat("c9r2", new string([.. Enumerable.Range(0, SignLength).Select(_ => SignLetters[random.Next(SignLetters.Length)])]));
    }
}
