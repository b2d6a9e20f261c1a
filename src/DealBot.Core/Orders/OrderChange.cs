using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>A row that changed.</summary>
/// <param name="Row">As it is now.</param>
/// <param name="IsNew">Whether it was not known at all.</param>
/// <param name="CommissionBefore">What it added to commission before.</param>
public sealed record OrderChange(AttributedOrder Row, bool IsNew, Money CommissionBefore)
{
    /// <summary>By how much commission rose or fell.</summary>
    public Money Difference => Row.Commission - CommissionBefore;
}
