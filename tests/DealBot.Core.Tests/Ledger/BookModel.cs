using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Core.Orders;

namespace DealBot.Core.Tests.Ledger;

/// <summary>
/// What the books should come to, said in the simplest way: no postings, no differences, no snapshots. Of each row the version modified last holds, in the
/// group that was claimed last, by the terms of the moment at which it was ordered.
/// </summary>
internal sealed class BookModel
{
    private readonly Dictionary<string, OrderUpdate> _latest = [];
    private readonly Dictionary<string, string> _claims = [];
    private readonly Dictionary<string, long> _paid = [];
    private readonly List<(DateTimeOffset From, int Promoter, int Inviter, int Platform)> _terms = [];
    private DateTimeOffset _lastOrder = DateTimeOffset.MinValue;

    public void Arrive(OrderUpdate version)
    {
        _lastOrder = version.OrderedAt > _lastOrder ? version.OrderedAt : _lastOrder;
        if (!_latest.TryGetValue(version.RowId, out var known) || known.ModifiedAt <= version.ModifiedAt)
        {
            _latest[version.RowId] = version;
        }
    }

    public void Claim(string rowId, string? groupId)
    {
        if (groupId is null)
        {
            _claims.Remove(rowId);
        }
        else if (_latest.TryGetValue(rowId, out var order) && GroupOf(order) != groupId)
        {
            _claims[rowId] = groupId;
        }
    }

    /// <summary>Terms are never those of an order that is known already, whatever the clock says.</summary>
    public void Edit(DateTimeOffset now, int promoter, int inviter, int platform)
    {
        if (_terms.Count == 0 || (_terms[^1].Promoter, _terms[^1].Inviter, _terms[^1].Platform) != (promoter, inviter, platform))
        {
            var first = _lastOrder == DateTimeOffset.MinValue ? now : _lastOrder.AddMilliseconds(1);
            _terms.Add((_terms.Count == 0 ? DateTimeOffset.MinValue : now > first ? now : first, promoter, inviter, platform));
        }
    }

    public void Pay(string promoterId, Money amount) => _paid[promoterId] = _paid.GetValueOrDefault(promoterId) + amount.Fen;

    /// <summary>What a promoter could be paid if every month counted.</summary>
    public Money SettledOf(string promoterId) => new(Held()
        .Where(held => held.Account == new LedgerAccount(LedgerParty.Promoter, promoterId, LedgerStage.Settled)).Sum(held => held.Fen));

    /// <summary>Every account that holds anything.</summary>
    public IEnumerable<string> Balances() => Held()
        .GroupBy(held => held.Account, held => held.Fen)
        .Where(account => account.Sum() != 0)
        .Select(account => $"{account.Key.Party} {account.Key.Id} {account.Key.Stage} {account.Sum()}").Order(StringComparer.Ordinal);

    private IEnumerable<(LedgerAccount Account, long Fen)> Held()
    {
        foreach (var order in _latest.Values)
        {
            var row = new AttributedOrder(order, "li", Attribution.None);
            if (OrderHolding.StageOf(order.Status) is { } stage)
            {
                yield return (new LedgerAccount(LedgerParty.Network, "jd/main", stage), -row.Commission.Fen);
                foreach (var part in TermsOf(order).Divide(row.Commission))
                {
                    yield return (new LedgerAccount(part.Party, part.Id, stage), part.Amount.Fen);
                }
            }
        }

        foreach (var (promoterId, fen) in _paid)
        {
            yield return (new LedgerAccount(LedgerParty.Promoter, promoterId, LedgerStage.Settled), -fen);
            yield return (new LedgerAccount(LedgerParty.Promoter, promoterId, LedgerStage.PaidOut), fen);
        }
    }

    private string? GroupOf(OrderUpdate order) => _claims.GetValueOrDefault(order.RowId) ?? order.Tracking.SubId;

    private CommissionTerms TermsOf(OrderUpdate order)
    {
        var (_, promoter, inviter, platform) = _terms.Last(terms => terms.From <= order.OrderedAt);
        var all = new CommissionTerms("li") { PlatformRate = Rate.FromPercent(platform) };
        return GroupOf(order) switch
        {
            "mama-1" => all with { PromoterId = "zhang", PromoterRate = Rate.FromPercent(promoter), InviterId = "zhao", InviterRate = Rate.FromPercent(inviter) },
            "mama-2" => all with { PromoterId = "chen", PromoterRate = Rate.FromPercent(promoter) },
            _ => all,
        };
    }
}
