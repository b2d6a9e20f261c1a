using System.Data;
using Dapper;
using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Storage.Ledger;

/// <summary>What an audit reads, each in the order of the row's key, so that three streams can be gone through side by side however long they are.</summary>
internal static class AuditRows
{
    /// <summary>Versions and rebookings of rows.</summary>
    public static IEnumerable<StepRow> Steps(IDbConnection connection, IDbTransaction transaction) => connection.Query<StepRow>(
        """
        SELECT network, row_id, version, 0 AS step, NULL AS cause, seen_at AS booked_at, account, modified_at, stage, commission_fen, sales_fen, terms_id,
            content_hash, body, row_id AS source_row_id, version AS source_version
        FROM order_snapshots
        UNION ALL
        SELECT network, row_id, version, step, cause, booked_at, account, modified_at, stage, commission_fen, sales_fen, terms_id,
            '', '', source_row_id, source_version
        FROM order_rebookings ORDER BY 1, 2, 3, 4
        """,
        transaction: transaction,
        buffered: false);

    /// <summary>Transactions that come from orders.</summary>
    public static IEnumerable<PostedRow> Posted(IDbConnection connection, IDbTransaction transaction) => connection.Query<PostedRow>(
        """
        SELECT transaction_id, kind, booked_at, month, network, row_id, version, step, stage, commission_fen, sales_fen, terms_id
        FROM ledger_transactions WHERE row_id IS NOT NULL ORDER BY network, row_id, version, step, transaction_id
        """,
        transaction: transaction,
        buffered: false);

    /// <summary>Orders as they are booked.</summary>
    public static IEnumerable<OrderRow> Orders(IDbConnection connection, IDbTransaction transaction) => connection.Query<OrderRow>(
        "SELECT network, row_id, account, status, commission_fen, sales_fen, terms_id FROM orders ORDER BY network, row_id", transaction: transaction, buffered: false);

    internal sealed record StepRow
    {
        public string Network { get; init; } = "";

        public string RowId { get; init; } = "";

        public long Version { get; init; }

        public long Step { get; init; }

        public string? Cause { get; init; }

        public long BookedAt { get; init; }

        public string Account { get; init; } = "";

        public long ModifiedAt { get; init; }

        public string? Stage { get; init; }

        public long CommissionFen { get; init; }

        public long? SalesFen { get; init; }

        public long? TermsId { get; init; }

        public string ContentHash { get; init; } = "";

        public string Body { get; init; } = "";

        public string SourceRowId { get; init; } = "";

        public long SourceVersion { get; init; }

        public OrderStep ToStep(LedgerKeys keys) => new(
            Version,
            Step,
            Cause is null ? null : Names.Parse<LedgerKind>(Cause),
            Moments.From(BookedAt),
            Moments.From(ModifiedAt),
            TermsId is { } terms ? new OrderHolding(OrderHolding.AccountId(Network, Account), LedgerNames.Stage(Stage), new Money(CommissionFen), keys.Terms(terms)) : null)
        {
            Sales = SalesFen is { } sales ? new Money(sales) : null,
        };
    }

    internal sealed record PostedRow
    {
        public long TransactionId { get; init; }

        public string Kind { get; init; } = "";

        public long BookedAt { get; init; }

        public long Month { get; init; }

        public string Network { get; init; } = "";

        public string RowId { get; init; } = "";

        public long Version { get; init; }

        public long Step { get; init; }

        public string? Stage { get; init; }

        public long CommissionFen { get; init; }

        public long SalesFen { get; init; }

        public long TermsId { get; init; }

        public string Subject => $"{Network} {RowId} #{Version}.{Step}";
    }

    internal sealed record OrderRow
    {
        public string Network { get; init; } = "";

        public string RowId { get; init; } = "";

        public string Account { get; init; } = "";

        public string Status { get; init; } = "";

        public long CommissionFen { get; init; }

        public long SalesFen { get; init; }

        public long? TermsId { get; init; }

        public OrderHolding? Holding(LedgerKeys keys) => TermsId is { } terms
            ? new OrderHolding(OrderHolding.AccountId(Network, Account), OrderHolding.StageOf(Names.Parse<OrderStatus>(Status)), new Money(CommissionFen), keys.Terms(terms))
            : null;
    }
}
