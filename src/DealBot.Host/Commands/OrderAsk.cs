using DealBot.Contracts;
using DealBot.Core.Orders;

namespace DealBot.Host.Commands;

/// <summary>Which orders were asked for.</summary>
/// <param name="Query">What to ask for.</param>
/// <param name="First">The first day, of Beijing time.</param>
/// <param name="Last">The last day.</param>
/// <param name="IsDefault">Whether no day was named.</param>
internal sealed record OrderAsk(OrderQuery Query, DateOnly First, DateOnly Last, bool IsDefault)
{
    /// <summary>The days that were looked at: an order that is not listed may only be older.</summary>
    public Phrase Span
    {
        get
        {
            var (zh, en) = First == Last ? ($"{First:yyyy-MM-dd}", $"on {First:yyyy-MM-dd}") : ($"{First:yyyy-MM-dd} 到 {Last:yyyy-MM-dd}", $"from {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}");
            return IsDefault
                ? new Phrase(
                    $"只看了最近 {OrderPick.DaysByDefault} 天下单的：{zh}（北京时间）；更早的用 --since 或 --month",
                    $"looked at the last {OrderPick.DaysByDefault} days only, ordered {en} (Beijing time); --since or --month shows earlier ones")
                : new Phrase($"看的是 {zh} 下单的（北京时间）", $"ordered {en} (Beijing time)");
        }
    }
}
