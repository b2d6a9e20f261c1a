using System.Data;
using DealBot.Core.Ledger;

namespace DealBot.Storage.Ledger;

/// <summary>Reads what a transaction has on the accounts that it should touch, and counts it: an entry on any other account shows among those too many.</summary>
internal sealed class AuditEntries(IDbConnection connection, IDbTransaction transaction, AuditFindings findings) : IDisposable
{
    private readonly RowCommand _entry = new(
        connection,
        transaction,
        """
        SELECT e.estimated_fen, e.confirmed_fen, e.settled_fen, e.paid_out_fen FROM ledger_accounts a JOIN ledger_entries e ON e.account_id = a.account_id
        WHERE a.party = @p0 AND a.id = @p1 AND e.month = @p2 AND e.transaction_id = @p3
        """);

    /// <param name="should">What it should have.</param>
    /// <param name="month">The month it is booked in.</param>
    /// <param name="transactionId">Its number.</param>
    public List<LedgerEntry> Of(IEnumerable<LedgerEntry> should, long month, long transactionId)
    {
        var entries = new List<LedgerEntry>();
        foreach (var (party, id) in should.Select(entry => (entry.Account.Party, entry.Account.Id)).Distinct())
        {
            if (_entry.With(Names.Of(party), id, month, transactionId).Row() is { } row)
            {
                findings.Entries++;
                entries.AddRange(new StageSums(row[0].Number!.Value, row[1].Number!.Value, row[2].Number!.Value, row[3].Number!.Value).Entries(party, id));
            }
        }

        return entries;
    }

    public void Dispose() => _entry.Dispose();
}
