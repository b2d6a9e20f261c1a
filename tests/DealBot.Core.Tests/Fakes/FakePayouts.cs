using DealBot.Core.Ledger;
using DealBot.Core.Shares;

namespace DealBot.Core.Tests.Fakes;

/// <summary>Payouts in memory, each in the books beside them.</summary>
internal sealed class FakePayouts(FakeLedger ledger) : IPayoutStore
{
    private readonly List<Payout> _payouts = [];

    public Task<IReadOnlyList<Payout>> ListAsync(string promoterId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Payout>>([.. _payouts.Where(payout => payout.PromoterId == promoterId)]);

    public async Task<PayoutOutcome> RecordAsync(PayoutRequest request, CancellationToken cancellationToken)
    {
        var payout = new Payout(_payouts.Count + 1, request.PromoterId, request.Month, request.Amount!.Value, request.At);
        _payouts.Add(payout);
        await ledger.PostAsync(LedgerTransaction.Payout(payout.PromoterId, payout.Amount, payout.Reference, payout.PaidAt), cancellationToken);
        return new PayoutOutcome.Recorded(payout, default);
    }
}
