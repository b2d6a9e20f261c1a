using System.Data;
using Dapper;

namespace DealBot.Storage;

/// <summary>
/// Up to when there are orders, for settings that must not touch them any more. Only those not before a moment are looked at, which are few as long as
/// the clock is right. One that is dated a day and more after it was reported, after the network changed it and after the moment is a slip of the
/// network's: it would put off what the owner wants for years.
/// </summary>
internal static class KnownOrders
{
    private const long MostAhead = 24 * 60 * 60 * 1000;

    // Nothing that follows may name a column that an index begins with: the few rows after a moment are to be found by the moment, not among all of a network.
    private const string Sql =
        """
        SELECT MAX(s.ordered_at) + 1 FROM order_snapshots s
        WHERE s.ordered_at >= @at AND (s.ordered_at <= @at + @ahead OR s.ordered_at <= s.seen_at + @ahead OR s.ordered_at <= s.modified_at + @ahead)
        """;

    /// <summary>The first moment after every order of an account that was made at a moment or later, in milliseconds; 0 if there is none.</summary>
    public static long AfterAccount(IDbConnection connection, IDbTransaction transaction, string network, string account, long at) =>
        connection.ExecuteScalar<long?>($"{Sql} AND s.network || '/' || s.account = @id", new { id = $"{network}/{account}", at, ahead = MostAhead }, transaction) ?? 0;

    /// <summary>The same of the orders of an owner.</summary>
    public static long AfterOwner(IDbConnection connection, IDbTransaction transaction, string ownerId, long at) =>
        connection.ExecuteScalar<long?>(
            $"{Sql} AND EXISTS (SELECT 1 FROM orders o WHERE o.network = s.network AND o.row_id = s.row_id AND o.owner_id = @ownerId)",
            new { ownerId, at, ahead = MostAhead },
            transaction) ?? 0;
}
