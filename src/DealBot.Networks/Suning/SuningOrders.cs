using System.Globalization;
using DealBot.Contracts;
using DealBot.Networks.Wire;
using Microsoft.Extensions.Logging;

namespace DealBot.Networks.Suning;

/// <summary>Pulls the order rows of a window.</summary>
internal sealed class SuningOrders(SuningClient client, ILogger logger)
{
    public static readonly NetworkLimits Limits = new(MaxOrderWindow: TimeSpan.FromDays(1), MaxOrderAge: TimeSpan.FromDays(90));

    private const int PageSize = 50;
    private const int MostPages = 400;
    private const string AnyStatus = "0";

    private readonly OrderPasses _passes = new(SuningNetwork.NetworkName, MostPages, logger);

    public IAsyncEnumerable<OrderReport> PullAsync(OrderWindow window, CancellationToken cancellationToken)
    {
        OrderWindows.Check(window, Limits);
        return _passes.ReadAsync(window, (page, token) => FetchAsync(window, page, token), row => Read(row, window), cancellationToken);
    }

    private async Task<OrderRowPage> FetchAsync(OrderWindow window, int page, CancellationToken cancellationToken)
    {
        var request = new SuningRequest(
            SuningMethod.Orders,
            ("startTime", BeijingTime.Write(window.From)),
            ("endTime", BeijingTime.Write(window.To)),
            ("orderLineStatus", AnyStatus),
            ("pageNo", page.ToString(CultureInfo.InvariantCulture)),
            ("pageSize", PageSize.ToString(CultureInfo.InvariantCulture)));
        var reply = await client.CallAsync(request, cancellationToken);
        if (reply.Code == SuningErrors.NothingFound)
        {
            return new OrderRowPage([], HasMore: false);
        }

        // A full page may be followed by more whatever the head says: rows slip in and out while pages are read.
        var orders = SuningEnvelope.ResultOf(SuningErrors.All.Demand(reply, request.Method.Name), request.Method).Items.ToArray();
        var hasMore = orders.Length > 0 && (orders.Length >= PageSize || page < (SuningEnvelope.PagesOf(reply) ?? 0));
        return new OrderRowPage(orders.SelectMany(SuningOrderRows.Lines.Split), hasMore);
    }

    private static OrderReport Read(WireNode row, OrderWindow window) =>
        new(row.Raw, SuningOrderRows.Read(row, window.To), SuningOrderRows.RowId(row));
}
