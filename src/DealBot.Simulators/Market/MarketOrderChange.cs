namespace DealBot.Simulators.Market;

/// <summary>A change that an order will undergo, and when.</summary>
internal sealed record MarketOrderChange(DateTimeOffset At, Func<MarketOrder, DateTimeOffset, MarketOrder> Apply);
