using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Core.Shares;

/// <summary>Money that an owner says to have handed to a promoter. DealBot moves none.</summary>
/// <param name="Number">Counts up.</param>
/// <param name="PromoterId">Who got it.</param>
/// <param name="Month">The month whose statement it pays.</param>
/// <param name="Amount">How much.</param>
/// <param name="PaidAt">When it was recorded, which decides the month of the books.</param>
public sealed record Payout(long Number, string PromoterId, LedgerMonth Month, Money Amount, DateTimeOffset PaidAt)
{
    /// <summary>Under which name the books have it.</summary>
    public string Reference => $"payout-{Number}";
}
