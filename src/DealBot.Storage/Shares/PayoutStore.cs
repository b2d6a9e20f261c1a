using System.Data;
using Dapper;
using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Core.Shares;
using DealBot.Storage.Ledger;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage.Shares;

/// <inheritdoc />
public sealed class PayoutStore(SqliteDatabase database) : IPayoutStore
{
    private const string Columns = "number AS Number, promoter_id AS PromoterId, month AS Month, amount_fen AS Fen, paid_at AS PaidAt";

    public Task<IReadOnlyList<Payout>> ListAsync(string promoterId, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Payout>>(
        connection => [.. Read(connection, null, "WHERE promoter_id = @promoterId ORDER BY number", new { promoterId })],
        cancellationToken);

    public Task<PayoutOutcome> RecordAsync(PayoutRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        // The lock of a writer is taken at the start: two commands at once are one after the other, and the second sees what the first did.
        return database.WriteAsync((connection, transaction) => Record(connection, transaction, request), cancellationToken);
    }

    private static PayoutOutcome Record(IDbConnection connection, IDbTransaction transaction, PayoutRequest request)
    {
        var payable = Payable(connection, transaction, request);
        if (!request.Again && Same(connection, transaction, request) is { } same)
        {
            return new PayoutOutcome.Repeated(same);
        }

        var amount = request.Amount ?? payable;
        if (amount <= Money.Zero || amount > payable)
        {
            return new PayoutOutcome.TooMuch(payable);
        }

        var number = connection.ExecuteScalar<long>(
            "INSERT INTO payouts (promoter_id, month, amount_fen, paid_at) VALUES (@PromoterId, @month, @fen, @at) RETURNING number",
            new { request.PromoterId, month = request.Month.Number, fen = amount.Fen, at = request.At.ToUnixTimeMilliseconds() },
            transaction);
        var payout = new Payout(number, request.PromoterId, request.Month, amount, request.At);
        using var book = new LedgerBook(connection, transaction);
        book.Post(LedgerTransaction.Payout(payout.PromoterId, payout.Amount, payout.Reference, payout.PaidAt));
        book.Close();
        return new PayoutOutcome.Recorded(payout, payable - amount);
    }

    private static Money Payable(IDbConnection connection, IDbTransaction transaction, PayoutRequest request)
    {
        var (atEnd, paidSince, now) = connection.QuerySingle<(long AtEnd, long PaidSince, long Now)>(
            """
            SELECT
                COALESCE(SUM(CASE WHEN m.month <= @month THEN m.settled_fen END), 0) AS AtEnd,
                COALESCE(SUM(CASE WHEN m.month > @month THEN m.paid_out_fen END), 0) AS PaidSince,
                COALESCE(SUM(m.settled_fen), 0) AS Now
            FROM ledger_accounts a JOIN ledger_movements m ON m.account_id = a.account_id
            WHERE a.party = 'promoter' AND a.id = @PromoterId
            """,
            new { request.PromoterId, month = request.Month.Number },
            transaction);
        return SettledBalance.Payable(new Money(atEnd), new Money(paidSince), new Money(now));
    }

    private static Payout? Same(IDbConnection connection, IDbTransaction transaction, PayoutRequest request) => request.Amount is not { } amount ? null : Read(
        connection,
        transaction,
        "WHERE promoter_id = @PromoterId AND month = @month AND amount_fen = @fen AND paid_at > @since ORDER BY number DESC LIMIT 1",
        new { request.PromoterId, month = request.Month.Number, fen = amount.Fen, since = (request.At - PayoutRequest.TakenForTheSame).ToUnixTimeMilliseconds() })
        .FirstOrDefault();

    private static IEnumerable<Payout> Read(IDbConnection connection, IDbTransaction? transaction, string where, object parameters) => connection
        .Query<(long Number, string PromoterId, long Month, long Fen, long PaidAt)>($"SELECT {Columns} FROM payouts {where}", parameters, transaction)
        .Select(row => new Payout(row.Number, row.PromoterId, LedgerMonth.OfNumber(row.Month), new Money(row.Fen), Moments.From(row.PaidAt)));
}
