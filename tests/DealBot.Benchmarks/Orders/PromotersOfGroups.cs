using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Benchmarks.Orders;

/// <summary>Every five groups have a promoter, every second promoter was invited by another: the terms that cost the ledger most.</summary>
internal sealed class PromotersOfGroups : ICommissionTerms
{
    private const int Promoters = 100;

    private readonly Dictionary<string, CommissionTerms> _terms = Enumerable.Range(0, OrderStream.Groups).ToDictionary(OrderStream.GroupId, TermsOf);

    public ValueTask<CommissionTerms> ForAsync(string? ownerId, string? groupId, DateTimeOffset orderedAt, CancellationToken cancellationToken) =>
        ValueTask.FromResult(groupId is null ? new CommissionTerms(ownerId) : _terms[groupId]);

    private static CommissionTerms TermsOf(int group)
    {
        var promoter = group % Promoters;
        return new CommissionTerms("o")
        {
            PromoterId = Id(promoter),
            PromoterRate = Rate.FromPercent(20 + (promoter % 2 * 10)),
            InviterId = promoter % 2 == 0 ? Id(promoter + 1) : null,
            InviterRate = promoter % 2 == 0 ? Rate.FromPercent(5) : Rate.Zero,
        };
    }

    private static string Id(int promoter) => promoter.ToString("'promoter-'000", CultureInfo.InvariantCulture);
}
