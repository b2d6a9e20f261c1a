using DealBot.Contracts;
using DealBot.Core.Orders;

namespace DealBot.Storage;

/// <summary>A row of <c>orders</c> as lists read it.</summary>
internal sealed record ListedRow
{
    public const string Columns =
        """
        network, row_id, order_id, account, owner_id, item_id, title, quantity, status, status_code, ordered_at, sales_fen, commission_fen,
        attribution, group_id, post_id, confidence
        """;

    public string Network { get; init; } = "";

    public string RowId { get; init; } = "";

    public string OrderId { get; init; } = "";

    public string Account { get; init; } = "";

    public string? OwnerId { get; init; }

    public string ItemId { get; init; } = "";

    public string Title { get; init; } = "";

    public long Quantity { get; init; }

    public string Status { get; init; } = "";

    public string StatusCode { get; init; } = "";

    public long OrderedAt { get; init; }

    public long SalesFen { get; init; }

    public long CommissionFen { get; init; }

    public string Attribution { get; init; } = "";

    public string? GroupId { get; init; }

    public string? PostId { get; init; }

    public long Confidence { get; init; }

    public ListedOrder ToOrder() => new()
    {
        Network = Network,
        RowId = RowId,
        OrderId = OrderId,
        Account = Account,
        OwnerId = OwnerId,
        ItemId = ItemId,
        Title = Title,
        Quantity = (int)Quantity,
        Status = Names.Parse<OrderStatus>(Status),
        StatusCode = StatusCode,
        OrderedAt = Moments.From(OrderedAt),
        Sales = new Money(SalesFen),
        Commission = new Money(CommissionFen),
        Attribution = new Attribution(Names.Parse<AttributionMethod>(Attribution), GroupId, PostId) { Confidence = (int)Confidence },
    };
}
