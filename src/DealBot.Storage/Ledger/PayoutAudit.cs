using System.Data;
using Dapper;
using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Core.Shares;

namespace DealBot.Storage.Ledger;

/// <summary>Compares the payouts on record with what the books have of them. They come from no order, so no snapshot tells on them.</summary>
internal sealed class PayoutAudit(IDbConnection connection, IDbTransaction transaction, LedgerMonth? month, AuditEntries entries, AuditFindings findings)
{
    public void Run()
    {
        foreach (var row in connection.Query<Row>(
            """
            SELECT p.number, p.promoter_id, p.month AS for_month, p.amount_fen, p.paid_at, x.transaction_id, x.booked_at, x.month AS booked_in
            FROM payouts p LEFT JOIN ledger_transactions x ON x.kind = 'payout' AND x.reference = 'payout-' || p.number ORDER BY p.number
            """,
            transaction: transaction))
        {
            Check(row);
        }

        foreach (var (id, reference) in connection.Query<(long Id, string? Reference)>(
            """
            SELECT x.transaction_id, x.reference FROM ledger_transactions x WHERE x.row_id IS NULL AND x.month = COALESCE(@month, x.month)
                AND NOT EXISTS (SELECT 1 FROM payouts p WHERE x.kind = 'payout' AND x.reference = 'payout-' || p.number)
            """,
            new { month = month?.Number },
            transaction))
        {
            findings.Add(reference ?? $"#{id}", $"第 {id} 笔账没有依据：没有这笔付款的记录", $"transaction {id} comes from nothing: no such payout is on record");
        }
    }

    private void Check(Row row)
    {
        var payout = new Payout(row.Number, row.PromoterId, LedgerMonth.OfNumber(row.ForMonth), new Money(row.AmountFen), Moments.From(row.PaidAt));
        var should = LedgerTransaction.Payout(payout.PromoterId, payout.Amount, payout.Reference, payout.PaidAt);
        if (month is { } only && only != should.Month && only.Number != row.BookedIn)
        {
            return;
        }

        if (row.TransactionId is not { } id || row.BookedIn is not { } bookedIn)
        {
            findings.Compare(payout.Reference, should.Entries, []);
            return;
        }

        findings.Transactions++;
        findings.Compare(payout.Reference, should.Entries, entries.Of(should.Entries, bookedIn, id));
        if (row.BookedAt != row.PaidAt || bookedIn != should.Month.Number)
        {
            findings.Add(
                payout.Reference,
                $"第 {id} 笔账记在 {LedgerMonth.OfNumber(bookedIn)}，和付款的时间不符，应记在 {should.Month}",
                $"transaction {id} is booked in {LedgerMonth.OfNumber(bookedIn)}, at another time than the payout, should be in {should.Month}");
        }
    }

    private sealed record Row
    {
        public long Number { get; init; }

        public string PromoterId { get; init; } = "";

        public long ForMonth { get; init; }

        public long AmountFen { get; init; }

        public long PaidAt { get; init; }

        public long? TransactionId { get; init; }

        public long? BookedAt { get; init; }

        public long? BookedIn { get; init; }
    }
}
