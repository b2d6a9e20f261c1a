using DealBot.Contracts;

namespace DealBot.ContractKit;

/// <summary>An order row as the network's own books have it.</summary>
/// <param name="RowId">The network's key of the row.</param>
/// <param name="Deal">What was bought.</param>
/// <param name="Tracking">What it carries; a null is not compared.</param>
/// <param name="OrderedAt">When.</param>
/// <param name="Base">Amount on which the commission is reckoned now.</param>
/// <param name="Fee">The commission now: an estimate until received.</param>
/// <param name="Status">Where it stands.</param>
public sealed record BoughtOrder(string RowId, DealKey Deal, Tracking Tracking, DateTimeOffset OrderedAt, Money Base, Money Fee, OrderStatus Status);
