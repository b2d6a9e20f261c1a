using DealBot.Simulators.Market;

namespace DealBot.Simulators.Jd;

/// <summary>What a material turned out to be: an item, or a refusal.</summary>
internal readonly record struct JdMaterial(MarketItem? Item, int Code, string Message)
{
    public static JdMaterial Refused(int code, string message) => new(null, code, message);
}
