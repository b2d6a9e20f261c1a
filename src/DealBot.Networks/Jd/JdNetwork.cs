using DealBot.Contracts;

namespace DealBot.Networks.Jd;

/// <summary>JD Union (京东联盟) for one account.</summary>
internal sealed class JdNetwork(string account, JdListing listing, JdLinks links, JdOrders orders, TimeProvider clock) : IAffiliateNetwork, IItemLinks
{
    public const string NetworkName = "jd";

    public string Name => NetworkName;

    public string Account { get; } = account;

    public NetworkLimits Limits => JdOrders.Limits;

    public IAsyncEnumerable<Deal> ListDealsAsync(DealQuery query, CancellationToken cancellationToken) =>
        listing.ListAsync(query, cancellationToken);

    public Task<LinkResult> ConvertAsync(LinkRequest request, CancellationToken cancellationToken) =>
        links.ConvertAsync(request, cancellationToken);

    public IReadOnlyList<string> ItemsIn(string text) => JdItemLinks.In(text);

    public IAsyncEnumerable<OrderReport> PullOrdersAsync(OrderWindow window, CancellationToken cancellationToken) =>
        orders.PullAsync(window, cancellationToken);

    public OrderUpdate? ReadOrder(string raw, DateTimeOffset changedBy) => JdOrderRows.Read(raw, changedBy, JdTime.Date(clock.GetUtcNow()));

    /// <summary>
    /// Lists one deal, converts it and asks for the last minute's orders: three calls that touch every field of the account.
    /// </summary>
    public async Task<IReadOnlyList<AccountFault>> TestAsync(CancellationToken cancellationToken)
    {
        try
        {
            return [.. await TestLinkAsync(cancellationToken), .. await TestOrdersAsync(cancellationToken)];
        }
        catch (NetworkException exception)
        {
            return [Fault(exception.Code, exception.Reason)];
        }
    }

    private async Task<IEnumerable<AccountFault>> TestLinkAsync(CancellationToken cancellationToken)
    {
        await foreach (var deal in ListDealsAsync(new DealQuery(null, null, 1), cancellationToken))
        {
            var result = await ConvertAsync(new LinkRequest(deal, new Tracking(null, null)), cancellationToken);
            return result is LinkResult.Refused refused && (refused.AccountFault || refused.Code == JdFaults.ForeignLink)
                ? [Fault(refused.Code, refused.Reason)]
                : [];
        }

        return [];
    }

    private async Task<IEnumerable<AccountFault>> TestOrdersAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        try
        {
            await foreach (var _ in PullOrdersAsync(new OrderWindow(now.AddMinutes(-1), now), cancellationToken))
            {
                break;
            }

            return [];
        }
        catch (NetworkException exception)
        {
            return [Fault(exception.Code, exception.Reason)];
        }
    }

    private static AccountFault Fault(string code, Phrase reason) => new(JdErrors.Find(code).Field, reason);
}
