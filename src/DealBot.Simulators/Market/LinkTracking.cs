namespace DealBot.Simulators.Market;

/// <summary>What a conversion asked its orders to carry; empty texts mean that it did not. A network that carries more derives from it.</summary>
/// <param name="SubId">Free text given back with the order.</param>
/// <param name="PositionId">The promotion position.</param>
public record LinkTracking(string SubId, string PositionId);
