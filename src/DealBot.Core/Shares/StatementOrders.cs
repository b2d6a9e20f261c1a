using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Core.Shares;

/// <summary>Makes of a promoter's entries of a month one line for each order row.</summary>
internal static class StatementOrders
{
    public static IReadOnlyList<StatementOrder> Of(string promoterId, LedgerMonth month, IEnumerable<LedgerLine> lines) =>
    [
        .. lines.Where(line => line.Order is not null)
            .GroupBy(line => (line.Order!.Network, line.Order.RowId))
            .Select(row => Row(promoterId, month, [.. row.OrderBy(line => line.TransactionId)]))
            .OrderBy(order => order.Section)
            .ThenBy(order => order.Order.OrderedAt)
            .ThenBy(order => order.Order.Network, StringComparer.Ordinal)
            .ThenBy(order => order.Order.RowId, StringComparer.Ordinal),
    ];

    private static StatementOrder Row(string promoterId, LedgerMonth month, IReadOnlyList<LedgerLine> lines)
    {
        Money Sum(LedgerStage stage) => lines
            .Where(line => line.Entry.Account.Stage == stage)
            .Aggregate(Money.Zero, (sum, line) => sum + line.Entry.Amount);
        var last = lines[^1];
        var order = last.Order!;

        // An order that went to somebody else is shown by the terms under which it was still this promoter's.
        var terms = lines.Select(line => line.Order!.Terms).LastOrDefault(terms => HasPart(terms, promoterId)) ?? order.Terms;
        var role = terms.PromoterId != promoterId && terms.InviterId == promoterId ? StatementRole.Inviter : StatementRole.Own;
        var row = new StatementOrder
        {
            Order = order,
            Section = StatementSection.Orders,
            Role = role,
            Kind = last.Kind,
            BookedAt = last.BookedAt,
            Rate = !HasPart(terms, promoterId) ? default : role == StatementRole.Own ? terms.PromoterRate : terms.InviterRate,
            Share = ShareOf(order, promoterId),
            Estimated = Sum(LedgerStage.Estimated),
            Confirmed = Sum(LedgerStage.Confirmed),
            Settled = Sum(LedgerStage.Settled),
        };
        return row with { Section = SectionOf(row, month, lines) };
    }

    private static bool HasPart(CommissionTerms terms, string promoterId) => terms.PromoterId == promoterId || terms.InviterId == promoterId;

    private static Money ShareOf(LedgerOrder order, string promoterId) => order.Stage is null
        ? Money.Zero
        : order.Terms.Divide(order.Commission)
            .Where(part => part.Party == LedgerParty.Promoter && part.Id == promoterId)
            .Aggregate(Money.Zero, (sum, part) => sum + part.Amount);

    private static StatementSection SectionOf(StatementOrder row, LedgerMonth month, IReadOnlyList<LedgerLine> lines)
    {
        var before = row.Share - row.Change;
        if (LedgerMonth.Of(row.Order.OrderedAt) >= month || (before == Money.Zero && lines.All(line => line.Kind == LedgerKind.Order)))
        {
            return StatementSection.Orders;
        }

        return row.Change == Money.Zero ? StatementSection.Progress : StatementSection.Adjustments;
    }
}
