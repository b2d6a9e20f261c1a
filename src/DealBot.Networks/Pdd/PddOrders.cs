using DealBot.Contracts;
using DealBot.Networks.Wire;
using Microsoft.Extensions.Logging;

namespace DealBot.Networks.Pdd;

/// <summary>Pulls the order rows of a window.</summary>
internal sealed class PddOrders(PddClient client, PddOrderRows rows, TimeProvider clock, ILogger logger)
{
    public static readonly NetworkLimits Limits = new(MaxOrderWindow: TimeSpan.FromHours(24), MaxOrderAge: TimeSpan.FromDays(90), ByOrderTime: true);

    // Pinduoduo allows 100 and advises 40 to 50.
    private const int UpdatedPageSize = 50;
    private const int PaidPageSize = 300;

    // A hundred thousand orders a day.
    private const int MostPages = 2_000;

    private readonly OrderPasses _passes = new(PddNetwork.NetworkName, MostPages, logger);

    public IAsyncEnumerable<OrderReport> PullAsync(OrderWindow window, CancellationToken cancellationToken)
    {
        OrderWindows.Check(window, Limits);
        return window.By == OrderTime.Updated
            ? _passes.ReadAsync(window, new PddOrderPages((page, count, token) => UpdatedAsync(window, page, count, token), UpdatedPageSize).FetchAsync, row => Read(row, window.To), cancellationToken)
            : _passes.ReadAsync(window, new PddOrderCursor((last, token) => PaidAsync(window, last, token), PaidPageSize).FetchAsync, row => Read(row, clock.GetUtcNow()), cancellationToken);
    }

    /// <inheritdoc cref="PddOrderRows.Read(string, DateTimeOffset)" />
    public OrderUpdate? Read(string raw, DateTimeOffset changedBy) => rows.Read(raw, changedBy);

    private Task<WireNode> UpdatedAsync(OrderWindow window, int page, bool count, CancellationToken cancellationToken) => client.AskAsync(
        new PddRequest(
            PddMethods.OrdersByUpdate,
            ("start_update_time", window.From.ToUnixTimeSeconds()),
            ("end_update_time", window.To.ToUnixTimeSeconds()),
            ("page", page),
            ("page_size", UpdatedPageSize),
            ("return_count", count)),
        cancellationToken);

    /// <summary>By the time of payment, which Pinduoduo lets follow the order at once: it cancels what is not paid.</summary>
    private Task<WireNode> PaidAsync(OrderWindow window, string? last, CancellationToken cancellationToken) => client.AskAsync(
        new PddRequest(
            PddMethods.OrdersByPayment,
            ("start_time", BeijingTime.Write(window.From)),
            ("end_time", BeijingTime.Write(window.To)),
            ("page_size", PaidPageSize),
            ("last_order_id", last)),
        cancellationToken);

    private OrderReport Read(WireNode row, DateTimeOffset changedBy) => new(row.Raw, rows.Read(row, changedBy), PddOrderRows.RowId(row));
}
