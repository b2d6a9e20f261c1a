using DealBot.Core.Orders;

namespace DealBot.Storage;

/// <summary>A row of <c>orders</c>.</summary>
internal sealed record OrderRow
{
    public const string UpsertSql =
        """
        INSERT INTO orders (network, row_id, order_id, account, owner_id, group_id, post_id, attribution, item_id, title, quantity, returned,
            status, status_code, ordered_at, finished_at, modified_at, estimated_base_fen, estimated_fee_fen, actual_base_fen, actual_fee_fen,
            commission_bp, sales_fen, commission_fen, counts, sub_union_id, position_id, raw)
        VALUES (@Network, @RowId, @OrderId, @Account, @OwnerId, @GroupId, @PostId, @Attribution, @ItemId, @Title, @Quantity, @Returned,
            @Status, @StatusCode, @OrderedAt, @FinishedAt, @ModifiedAt, @EstimatedBase, @EstimatedFee, @ActualBase, @ActualFee,
            @CommissionBp, @Sales, @Commission, @Counts, @SubUnionId, @PositionId, @Raw)
        ON CONFLICT (network, row_id) DO UPDATE SET
            order_id = excluded.order_id, account = excluded.account, owner_id = excluded.owner_id, group_id = excluded.group_id,
            post_id = excluded.post_id, attribution = excluded.attribution, item_id = excluded.item_id, title = excluded.title,
            quantity = excluded.quantity, returned = excluded.returned, status = excluded.status, status_code = excluded.status_code,
            ordered_at = excluded.ordered_at, finished_at = excluded.finished_at, modified_at = excluded.modified_at,
            estimated_base_fen = excluded.estimated_base_fen, estimated_fee_fen = excluded.estimated_fee_fen,
            actual_base_fen = excluded.actual_base_fen, actual_fee_fen = excluded.actual_fee_fen, commission_bp = excluded.commission_bp,
            sales_fen = excluded.sales_fen, commission_fen = excluded.commission_fen, counts = excluded.counts,
            sub_union_id = excluded.sub_union_id, position_id = excluded.position_id, raw = excluded.raw
        """;

    public required string Network { get; init; }

    public required string RowId { get; init; }

    public required string OrderId { get; init; }

    public required string Account { get; init; }

    public required string? OwnerId { get; init; }

    public required string? GroupId { get; init; }

    public required string? PostId { get; init; }

    public required string Attribution { get; init; }

    public required string ItemId { get; init; }

    public required string Title { get; init; }

    public required long Quantity { get; init; }

    public required long Returned { get; init; }

    public required string Status { get; init; }

    public required string StatusCode { get; init; }

    public required long OrderedAt { get; init; }

    public required long? FinishedAt { get; init; }

    public required long ModifiedAt { get; init; }

    public required long EstimatedBase { get; init; }

    public required long EstimatedFee { get; init; }

    public required long ActualBase { get; init; }

    public required long ActualFee { get; init; }

    public required long CommissionBp { get; init; }

    public required long Sales { get; init; }

    public required long Commission { get; init; }

    public required long Counts { get; init; }

    public required string? SubUnionId { get; init; }

    public required string? PositionId { get; init; }

    public required string Raw { get; init; }

    public static OrderRow Of(string account, AttributedOrder attributed)
    {
        var order = attributed.Order;
        return new OrderRow
        {
            Network = order.Network,
            RowId = order.RowId,
            OrderId = order.OrderId,
            Account = account,
            OwnerId = attributed.OwnerId,
            GroupId = attributed.Attribution.GroupId,
            PostId = attributed.Attribution.PostId,
            Attribution = Names.Of(attributed.Attribution.Method),
            ItemId = order.Deal.ItemId,
            Title = order.Title,
            Quantity = order.Quantity,
            Returned = order.Returned,
            Status = Names.Of(order.Status),
            StatusCode = order.StatusCode,
            OrderedAt = order.OrderedAt.ToUnixTimeMilliseconds(),
            FinishedAt = order.FinishedAt?.ToUnixTimeMilliseconds(),
            ModifiedAt = order.ModifiedAt.ToUnixTimeMilliseconds(),
            EstimatedBase = order.EstimatedBase.Fen,
            EstimatedFee = order.EstimatedFee.Fen,
            ActualBase = order.ActualBase.Fen,
            ActualFee = order.ActualFee.Fen,
            CommissionBp = order.CommissionRate.BasisPoints,
            Sales = attributed.Sales.Fen,
            Commission = attributed.Commission.Fen,
            Counts = attributed.Counts ? 1 : 0,
            SubUnionId = order.Tracking.SubUnionId,
            PositionId = order.Tracking.PositionId,
            Raw = order.Raw,
        };
    }
}
