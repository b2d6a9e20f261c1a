using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Core.Shares;

/// <summary>What promoters' own groups sold, by the books.</summary>
public interface IPromoterSales
{
    /// <summary>
    /// Confirmed and settled sales of a promoter's own groups, as the books had them when a month began: what was refunded until then is
    /// left out, what is booked later makes no difference.
    /// </summary>
    Task<Money> BeforeAsync(string promoterId, LedgerMonth month, CancellationToken cancellationToken);
}
