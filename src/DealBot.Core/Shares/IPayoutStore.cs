namespace DealBot.Core.Shares;

/// <summary>Payouts, each with its transaction in the books.</summary>
public interface IPayoutStore
{
    /// <summary>All payouts of a promoter, in the order of recording.</summary>
    Task<IReadOnlyList<Payout>> ListAsync(string promoterId, CancellationToken cancellationToken);

    /// <summary>Records a payout and posts it, both or neither; refuses one that is more than payable, or was recorded just now.</summary>
    Task<PayoutOutcome> RecordAsync(PayoutRequest request, CancellationToken cancellationToken);
}
