using System.Data;
using Dapper;
using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Storage.Ledger;

/// <summary>Checks what shows in sums only: that entries belong to transactions, that all of a month sums to zero, and that the roll-up is right.</summary>
internal sealed class SumAudit(IDbConnection connection, IDbTransaction transaction, LedgerMonth? month, AuditFindings findings)
{
    private readonly object _asked = new { month = month?.Number };

    public void Run()
    {
        RollUp();
        Unbalanced();
        Surplus();
    }

    private void RollUp()
    {
        const string both =
            """
            WITH sums AS (
                SELECT account_id, month, SUM(estimated_fen) AS estimated, SUM(confirmed_fen) AS confirmed, SUM(settled_fen) AS settled, SUM(paid_out_fen) AS paid_out
                FROM ledger_entries WHERE month = COALESCE(@month, month) GROUP BY account_id, month)
            SELECT a.party, a.id, s.month, s.estimated, s.confirmed, s.settled, s.paid_out,
                COALESCE(m.estimated_fen, 0), COALESCE(m.confirmed_fen, 0), COALESCE(m.settled_fen, 0), COALESCE(m.paid_out_fen, 0)
            FROM sums s JOIN ledger_accounts a ON a.account_id = s.account_id
            LEFT JOIN ledger_movements m ON m.account_id = s.account_id AND m.month = s.month
            UNION ALL
            SELECT a.party, a.id, m.month, 0, 0, 0, 0, m.estimated_fen, m.confirmed_fen, m.settled_fen, m.paid_out_fen
            FROM ledger_movements m JOIN ledger_accounts a ON a.account_id = m.account_id
            WHERE m.month = COALESCE(@month, m.month) AND NOT EXISTS
                (SELECT 1 FROM ledger_entries e WHERE e.account_id = m.account_id AND e.month = m.month)
            """;
        using var reader = connection.ExecuteReader(both, _asked, transaction);
        while (reader.Read())
        {
            var (party, id, booked) = (reader.GetString(0), reader.GetString(1), $"{LedgerMonth.OfNumber(reader.GetInt64(2))}");
            StageSums Read(int from) => new(reader.GetInt64(from), reader.GetInt64(from + 1), reader.GetInt64(from + 2), reader.GetInt64(from + 3));
            var (should, has) = (Read(3), Read(7));
            findings.Try($"{booked} {party}:{id}", () => findings.Compare(
                booked, [.. should.Entries(Names.Parse<LedgerParty>(party), id)], [.. has.Entries(Names.Parse<LedgerParty>(party), id)]));
        }
    }

    /// <summary>Entries beside those that were compared one by one: two that cancel out on accounts which a transaction should not touch show in no sum.</summary>
    private void Surplus()
    {
        var surplus = connection.ExecuteScalar<long>(
            """
            SELECT COUNT(*) FROM ledger_entries WHERE month = COALESCE(@month, month)
            """,
            _asked,
            transaction) - findings.Entries;
        if (surplus > 0)
        {
            findings.Add("ledger_entries", $"多出 {surplus} 行没有依据的分录", $"{surplus} entries too many, which come from nothing");
        }
    }

    private void Unbalanced()
    {
        foreach (var (id, fen) in connection.Query<(long Id, long Fen)>(
            """
            SELECT transaction_id, SUM(estimated_fen + confirmed_fen + settled_fen + paid_out_fen) FROM ledger_entries
            WHERE month = COALESCE(@month, month) GROUP BY transaction_id
            HAVING SUM(estimated_fen + confirmed_fen + settled_fen + paid_out_fen) <> 0
            """,
            _asked,
            transaction))
        {
            findings.Add($"#{id}", $"第 {id} 笔账各项合计是 {new Money(fen)} 元，应为 0", $"the entries of transaction {id} sum to {new Money(fen)} yuan, should be 0");
        }

        foreach (var id in connection.Query<long>(
            """
            SELECT DISTINCT e.transaction_id FROM ledger_entries e LEFT JOIN ledger_transactions x ON x.transaction_id = e.transaction_id
            WHERE e.month = COALESCE(@month, e.month) AND (x.transaction_id IS NULL OR x.month <> e.month)
            """,
            _asked,
            transaction))
        {
            findings.Add($"#{id}", $"有分录写着第 {id} 笔账，这个月里没有这笔账", $"there are entries of transaction {id}, but no such transaction in the month");
        }
    }
}
