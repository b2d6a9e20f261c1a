using Dapper;
using DealBot.Core.Orders;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class OrderList(SqliteDatabase database) : IOrderList
{
    public Task<IReadOnlyList<ListedOrder>> ListAsync(OrderQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        string?[] conditions =
        [
            query.From is null ? null : "ordered_at >= @from",
            query.Until is null ? null : "ordered_at < @until",
            query.GroupId is null ? null : "group_id = @GroupId",
            query.Unattributed ? "group_id IS NULL" : null,
            query.Network is null ? null : "network = @Network",
            query.Status is null ? null : "status = @status",
        ];
        var where = string.Join(" AND ", conditions.OfType<string>().DefaultIfEmpty("true"));
        return database.ReadAsync<IReadOnlyList<ListedOrder>>(
            connection => [.. connection
                .Query<ListedRow>(
                    $"SELECT {ListedRow.Columns} FROM orders WHERE {where} ORDER BY ordered_at DESC, network, row_id LIMIT @Limit",
                    new
                    {
                        from = query.From?.ToUnixTimeMilliseconds(),
                        until = query.Until?.ToUnixTimeMilliseconds(),
                        query.GroupId,
                        query.Network,
                        status = query.Status is { } status ? Names.Of(status) : null,
                        query.Limit,
                    })
                .Select(row => row.ToOrder())],
            cancellationToken);
    }
}
