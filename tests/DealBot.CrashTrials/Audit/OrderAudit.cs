using System.Globalization;
using DealBot.Simulators.Jd;

namespace DealBot.CrashTrials.Audit;

/// <summary>The network's books against ours: every order, with status, amounts and the post that brought it.</summary>
internal static class OrderAudit
{
    public static IReadOnlyList<Difference> Compare(Ledger ledger, IReadOnlyList<JdOrder> orders)
    {
        var ours = ledger.All<Row>(
            """
            SELECT o.row_id, o.status_code, o.quantity, o.returned, o.estimated_base_fen, o.estimated_fee_fen, o.actual_base_fen, o.actual_fee_fen,
                o.group_id, o.post_id, d.code FROM orders o LEFT JOIN post_deals d ON d.post_id = o.post_id AND d.network = o.network AND d.item_id = o.item_id
            """).ToDictionary(row => row.RowId);
        return
        [
            .. orders.SelectMany(order => Judge(order, ours.GetValueOrDefault(order.Id))),
            .. ours.Keys.Except(orders.Select(order => order.Id)).Select(id => new Difference("no order is made up", $"{id} is not in the network's books")),
        ];
    }

    private static IEnumerable<Difference> Judge(JdOrder order, Row? row)
    {
        if (row is null)
        {
            yield return new Difference("no order is missing", $"{order.Id} of {order.OrderedAt:HH:mm:ss}, changed {order.ModifiedAt:HH:mm:ss}");
            yield break;
        }

        var theirs = new Row
        {
            RowId = order.Id,
            StatusCode = order.ValidCode.ToString(CultureInfo.InvariantCulture),
            Quantity = order.Quantity,
            Returned = order.Returned,
            EstimatedBaseFen = order.EstimatedBase.Fen,
            EstimatedFeeFen = order.EstimatedFee.Fen,
            ActualBaseFen = order.ActualBase.Fen,
            ActualFeeFen = order.ActualFee.Fen,
        };
        if (row with { GroupId = null, PostId = null, Code = null } != theirs)
            yield return new Difference("every order has the network's status and amounts", $"theirs {theirs}, ours {row}");
        if (order.SubUnionId != $"{row.GroupId}_{row.Code}")
            yield return new Difference("every order is traced to the post that brought it", $"{order.Id} carries {order.SubUnionId}, ours says {row.GroupId} {row.PostId} {row.Code}");
    }

    private sealed record Row
    {
        public string RowId { get; init; } = "";

        public string StatusCode { get; init; } = "";

        public long Quantity { get; init; }

        public long Returned { get; init; }

        public long EstimatedBaseFen { get; init; }

        public long EstimatedFeeFen { get; init; }

        public long ActualBaseFen { get; init; }

        public long ActualFeeFen { get; init; }

        public string? GroupId { get; init; }

        public string? PostId { get; init; }

        public string? Code { get; init; }
    }
}
