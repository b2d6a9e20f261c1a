using DealBot.Core.Orders;

namespace DealBot.Storage;

/// <summary>The columns of <c>orders</c>, in the order in which <see cref="Values"/> gives them.</summary>
internal static class OrderColumns
{
    private static readonly string[] All =
    [
        "network", "row_id",
        "order_id", "account", "owner_id", "group_id",
        "post_id", "attribution", "item_id", "title",
        "quantity", "returned", "status", "status_code",
        "ordered_at", "finished_at", "modified_at",
        "estimated_base_fen", "estimated_fee_fen", "actual_base_fen", "actual_fee_fen",
        "commission_bp", "sales_fen", "commission_fen", "counts",
        "sub_id", "position_id", "confidence", "terms_id", "content_hash",
    ];

    public static readonly string Names = string.Join(", ", All);

    public static readonly string UpsertSql =
        $"""
        INSERT INTO orders ({Names}) VALUES ({string.Join(", ", All.Index().Select(column => $"@p{column.Index}"))})
        ON CONFLICT (network, row_id) DO UPDATE SET {string.Join(", ", All.Skip(2).Select(column => $"{column} = excluded.{column}"))}
        """;

    /// <summary>
    /// For a row that stays in its group, post, item, hour and account: those columns are indexed, and an index is written over whenever its column is set.
    /// All parameters are bound, so that both statements take the same.
    /// </summary>
    public static readonly string UpdateSql =
        $"""
        UPDATE orders SET {string.Join(", ", All.Index().Where(column => !IsIndexed(column.Item)).Select(column => $"{column.Item} = @p{column.Index}"))}
        WHERE network = @p0 AND row_id = @p1 AND group_id IS NOT DISTINCT FROM @p{At("group_id")} AND post_id IS NOT DISTINCT FROM @p{At("post_id")} AND ordered_at = @p{At("ordered_at")}
            AND item_id = @p{At("item_id")} AND account = @p{At("account")}
        """;

    private static bool IsIndexed(string name) => name is "network" or "row_id" or "group_id" or "post_id" or "item_id" or "ordered_at" or "account";

    public static int At(string name) => Array.IndexOf(All, name);

    public static RowValue[] Values(string account, AttributedOrder attributed, string hash, long termsId)
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
