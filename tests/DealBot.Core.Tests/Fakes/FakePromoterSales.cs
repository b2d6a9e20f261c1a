using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Core.Shares;

namespace DealBot.Core.Tests.Fakes;

/// <summary>Sales that a test says, by promoter and month.</summary>
internal sealed class FakePromoterSales : IPromoterSales
{
    public Dictionary<(string PromoterId, LedgerMonth Month), Money> Sales { get; } = [];

    public int Asked { get; private set; }

    public Task<Money> BeforeAsync(string promoterId, LedgerMonth month, CancellationToken cancellationToken)
    {
        Asked++;
        return Task.FromResult(Sales.GetValueOrDefault((promoterId, month)));
    }
}
