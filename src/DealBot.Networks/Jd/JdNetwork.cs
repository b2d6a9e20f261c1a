using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Jd;

/// <summary>JD Union (京东联盟) for one account.</summary>
internal sealed class JdNetwork(string account, JdListing listing, JdRecheck recheck, JdLinks links, JdOrders orders, TimeProvider clock) : IAffiliateNetwork, IItemLinks
{
    public const string NetworkName = "jd";

    public string Name => NetworkName;

    public string Account { get; } = account;

    public NetworkLimits Limits { get; } = JdOrders.Limits with { SubIdLength = links.SubIdLength };

    public IReadOnlyList<string> Positions => links.Positions;

    public string? GeneralPosition => links.GeneralPosition;

    public IAsyncEnumerable<Deal> ListDealsAsync(DealQuery query, CancellationToken cancellationToken) =>
        listing.ListAsync(query, cancellationToken);

    public Task<DealCheck> RecheckAsync(Deal deal, CancellationToken cancellationToken) => recheck.AskAsync(deal, cancellationToken);

    public Task<LinkResult> ConvertAsync(LinkRequest request, CancellationToken cancellationToken) =>
        links.ConvertAsync(request, cancellationToken);

    public IReadOnlyList<string> ItemsIn(string text) => JdItemLinks.In(text);

    public IAsyncEnumerable<OrderReport> PullOrdersAsync(OrderWindow window, CancellationToken cancellationToken) =>
        orders.PullAsync(window, cancellationToken);

    public OrderUpdate? ReadOrder(string raw, DateTimeOffset changedBy) => JdOrderRows.Read(raw, changedBy, BeijingTime.Date(clock.GetUtcNow()));

    public Task<IReadOnlyList<AccountFault>> TestAsync(CancellationToken cancellationToken) =>
        AccountProbe.RunAsync(this, JdErrors.All, clock, cancellationToken);
}
