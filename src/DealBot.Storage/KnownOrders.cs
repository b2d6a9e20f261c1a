using System.Data;
using Dapper;

namespace DealBot.Storage;

/// <summary>What is known of orders as a whole, for settings that must not touch them any more.</summary>
internal static class KnownOrders
{
    /// <summary>The first moment after every order there is, in milliseconds; 0 if there is none.</summary>
    public static long After(IDbConnection connection, IDbTransaction transaction) =>
        connection.ExecuteScalar<long?>("SELECT MAX(ordered_at) + 1 FROM order_snapshots", transaction: transaction) ?? 0;
}
