using System.Data;
using DealBot.Core.Orders;

namespace DealBot.Storage;

/// <summary>The columns of <c>orders</c>, in the order in which <see cref="Values"/> gives them.</summary>
internal static class OrderColumns
{
    private static readonly (string Name, DbType Type)[] All =
    [
        ("network", DbType.String), ("row_id", DbType.String),
        ("order_id", DbType.String), ("account", DbType.String), ("owner_id", DbType.String), ("group_id", DbType.String),
        ("post_id", DbType.String), ("attribution", DbType.String), ("item_id", DbType.String), ("title", DbType.String),
        ("quantity", DbType.Int64), ("returned", DbType.Int64), ("status", DbType.String), ("status_code", DbType.String),
        ("ordered_at", DbType.Int64), ("finished_at", DbType.Int64), ("modified_at", DbType.Int64),
        ("estimated_base_fen", DbType.Int64), ("estimated_fee_fen", DbType.Int64), ("actual_base_fen", DbType.Int64), ("actual_fee_fen", DbType.Int64),
        ("commission_bp", DbType.Int64), ("sales_fen", DbType.Int64), ("commission_fen", DbType.Int64), ("counts", DbType.Int64),
        ("sub_id", DbType.String), ("position_id", DbType.String), ("confidence", DbType.Int64), ("terms_id", DbType.Int64), ("content_hash", DbType.String),
    ];

    public static readonly string Names = string.Join(", ", All.Select(column => column.Name));

    public static readonly string UpsertSql =
        $"""
        INSERT INTO orders ({Names}) VALUES ({string.Join(", ", All.Index().Select(column => $"@p{column.Index}"))})
        ON CONFLICT (network, row_id) DO UPDATE SET {string.Join(", ", All.Skip(2).Select(column => $"{column.Name} = excluded.{column.Name}"))}
        """;

    /// <summary>
    /// For a row that stays in its group, post and hour: those columns are indexed, and an index is written over whenever its column is set.
    /// All parameters are bound, so that both statements take the same.
    /// </summary>
    public static readonly string UpdateSql =
        $"""
        UPDATE orders SET {string.Join(", ", All.Index().Where(column => !IsIndexed(column.Item.Name)).Select(column => $"{column.Item.Name} = @p{column.Index}"))}
        WHERE network = @p0 AND row_id = @p1 AND group_id IS NOT DISTINCT FROM @p{At("group_id")} AND post_id IS NOT DISTINCT FROM @p{At("post_id")} AND ordered_at = @p{At("ordered_at")}
        """;

    public static readonly DbType[] Types = [.. All.Select(column => column.Type)];

    private static bool IsIndexed(string name) => name is "network" or "row_id" or "group_id" or "post_id" or "ordered_at";

    public static int At(string name) => Array.FindIndex(All, column => column.Name == name);

    public static object?[] Values(string account, AttributedOrder attributed, string hash, long termsId)
    {
        var order = attributed.Order;
        return
        [
            order.Network, order.RowId,
            order.OrderId, account, attributed.OwnerId, attributed.Attribution.GroupId,
            attributed.Attribution.PostId, Storage.Names.Of(attributed.Attribution.Method), order.Deal.ItemId, order.Title,
            (long)order.Quantity, (long)order.Returned, Storage.Names.Of(order.Status), order.StatusCode,
            order.OrderedAt.ToUnixTimeMilliseconds(), order.FinishedAt?.ToUnixTimeMilliseconds(), order.ModifiedAt.ToUnixTimeMilliseconds(),
            order.EstimatedBase.Fen, order.EstimatedFee.Fen, order.ActualBase.Fen, order.ActualFee.Fen,
            (long)order.CommissionRate.BasisPoints, attributed.Sales.Fen, attributed.Commission.Fen, attributed.Counts ? 1L : 0L,
            order.Tracking.SubId, order.Tracking.PositionId, (long)attributed.Attribution.Confidence, termsId, hash,
        ];
    }
}
