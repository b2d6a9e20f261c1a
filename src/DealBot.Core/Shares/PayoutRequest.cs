using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Core.Shares;

/// <summary>A payout to be recorded.</summary>
/// <param name="PromoterId">Who got it.</param>
/// <param name="Month">The month whose statement it pays.</param>
/// <param name="Amount">How much; null for all that is payable.</param>
/// <param name="At">Now.</param>
/// <param name="Again">Whether it is meant although the same was recorded a short while ago.</param>
public sealed record PayoutRequest(string PromoterId, LedgerMonth Month, Money? Amount, DateTimeOffset At, bool Again)
{
    /// <summary>The same amount to the same promoter for the same month within this time is more likely a command given twice than a second payment.</summary>
    public static readonly TimeSpan TakenForTheSame = TimeSpan.FromDays(1);
}
