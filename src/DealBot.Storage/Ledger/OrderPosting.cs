using DealBot.Core.Ledger;

namespace DealBot.Storage.Ledger;

/// <summary>Where an order's transaction comes from.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="BookedAt">When it is booked, in milliseconds.</param>
/// <param name="Network">Network of the row.</param>
/// <param name="RowId">The row.</param>
/// <param name="Version">The latest version of the row.</param>
/// <param name="Step">How often it was booked anew since that version.</param>
/// <param name="SalesFen">The sales that it counts for now.</param>
internal readonly record struct OrderPosting(LedgerKind Kind, long BookedAt, string Network, string RowId, long Version, long Step, long SalesFen);
