using System.Text.Json;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Pdd;

/// <summary>A range of a search, <c>{"range_id":1,"range_from":1,"range_to":1500}</c>. One that the market knows nothing of holds everything.</summary>
internal sealed record PddRange(long Id, long From, long To)
{
    public static IReadOnlyList<PddRange> Read(PddParameters input)
    {
        if (input.Text("range_list") is not { } text)
            return [];

        try
        {
            using var document = JsonDocument.Parse(text);
            return [.. document.RootElement.EnumerateArray().Select(range => new PddRange(
                range.GetProperty("range_id").GetInt64(), Bound(range, "range_from", 0), Bound(range, "range_to", long.MaxValue)))];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return [];
        }
    }

    public bool Holds(MarketItem item, MarketOffer offer) => Id switch
    {
        0 => IsWithin(offer.Price.Fen),
        1 => IsWithin(offer.FinalPrice.Fen),
        2 => IsWithin(item.CommissionRate.BasisPoints / 10),
        3 => IsWithin(offer.Coupon?.Discount.Fen ?? 0),
        5 => IsWithin(item.Sales30Days),
        6 => IsWithin(item.CommissionRate.Of(offer.FinalPrice).Fen),
        _ => true,
    };

    private static long Bound(JsonElement range, string name, long otherwise) => range.TryGetProperty(name, out var bound) ? bound.GetInt64() : otherwise;

    private bool IsWithin(long value) => value >= From && value <= To;
}
