namespace DealBot.Simulators.Jd;

/// <summary>A change that an order will undergo, and when.</summary>
internal sealed record JdOrderChange(DateTimeOffset At, Func<JdOrder, DateTimeOffset, JdOrder> Apply);
