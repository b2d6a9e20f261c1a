using DealBot.Contracts;

namespace DealBot.Core.Metrics;

/// <summary>Orders that no group was found for; they are in no group's figures.</summary>
/// <param name="Orders">How many count.</param>
/// <param name="Commission">What they bring.</param>
public sealed record UnattributedOrders(long Orders, Money Commission)
{
    public static readonly UnattributedOrders None = new(0, Money.Zero);
}
