using System.Data;
using Dapper;
using DealBot.Core.Ledger;
using DealBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DealBot.Storage.Ledger;

/// <inheritdoc />
public sealed class LedgerAudit(SqliteDatabase database) : ILedgerAudit
{
    private const int RowsBetweenReports = 5000;

    public Task<LedgerAuditReport> RunAsync(LedgerMonth? month, Action<double> progress, CancellationToken cancellationToken) => database.ReadAsync(
        connection =>
        {
            // One moment of the database, however long the audit takes and whoever writes meanwhile.
            using var transaction = ((SqliteConnection)connection).BeginTransaction(deferred: true);
            var findings = new AuditFindings();
            using var entries = new AuditEntries(connection, transaction, findings);
            using var orders = new OrderAudit(connection, transaction, month, entries, findings);
            GoThrough(connection, transaction, orders, progress, cancellationToken);
            new PayoutAudit(connection, transaction, month, entries, findings).Run();
            new SumAudit(connection, transaction, month, findings).Run();
            progress(1);
            return findings.Report;
        },
        cancellationToken);

    private static void GoThrough(IDbConnection connection, IDbTransaction transaction, OrderAudit audit, Action<double> progress, CancellationToken cancellationToken)
    {
        using var steps = new AuditStream<AuditRows.StepRow>(AuditRows.Steps(connection, transaction), row => (row.Network, row.RowId));
        using var posted = new AuditStream<AuditRows.PostedRow>(AuditRows.Posted(connection, transaction), row => (row.Network, row.RowId));
        using var booked = new AuditStream<AuditRows.OrderRow>(AuditRows.Orders(connection, transaction), row => (row.Network, row.RowId));
        var all = Math.Max(1, connection.ExecuteScalar<long>("SELECT COUNT(*) FROM orders", transaction: transaction));
        while (First(First(steps.Key, posted.Key), booked.Key) is { } key)
        {
            var (kept, entered, now) = (steps.Take(key), posted.Take(key), booked.Take(key).SingleOrDefault());
            audit.Findings.Try($"{key.Network} {key.RowId}", () => audit.Check(key, kept, entered, now));
            if (audit.Findings.Orders % RowsBetweenReports == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress(Math.Min(0.95, (double)audit.Findings.Orders / all));
            }
        }
    }

    /// <summary>The key that comes first by the order of the database.</summary>
    private static (string Network, string RowId)? First((string Network, string RowId)? left, (string Network, string RowId)? right)
    {
        if (left is not { } one || right is not { } other)
        {
            return left ?? right;
        }

        var order = Utf8Order.Compare(one.Network, other.Network);
        return (order == 0 ? Utf8Order.Compare(one.RowId, other.RowId) : order) <= 0 ? one : other;
    }
}
