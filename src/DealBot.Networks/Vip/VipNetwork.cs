using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Vip;

/// <summary>The Vipshop affiliate programme (唯品会联盟) for one account.</summary>
internal sealed class VipNetwork(string name, VipAccount account, VipListing listing, VipLinks links, VipOrders orders, TimeProvider clock)
    : IAffiliateNetwork, IItemLinks
{
    public const string NetworkName = "vip";

    public string Name => NetworkName;

    public string Account => name;

    public NetworkLimits Limits { get; } = VipOrders.Limits with { SubIdLength = account.UseStatParam ? VipLinks.LongestStatParam : 0 };

    public IReadOnlyList<string> Positions => account.Positions;

    public string? GeneralPosition => account.ChanTag;

    public IAsyncEnumerable<Deal> ListDealsAsync(DealQuery query, CancellationToken cancellationToken) => listing.ListAsync(query, cancellationToken);

    public Task<DealCheck> RecheckAsync(Deal deal, CancellationToken cancellationToken) => listing.RecheckAsync(deal, cancellationToken);

    public Task<LinkResult> ConvertAsync(LinkRequest request, CancellationToken cancellationToken) => links.ConvertAsync(request, cancellationToken);

    public IReadOnlyList<string> ItemsIn(string text) => VipItemLinks.In(text);

    public IAsyncEnumerable<OrderReport> PullOrdersAsync(OrderWindow window, CancellationToken cancellationToken) =>
        orders.PullAsync(window, cancellationToken);

    public OrderUpdate? ReadOrder(string raw, DateTimeOffset changedBy) => VipOrderRows.Read(raw, changedBy);

    public Task<IReadOnlyList<AccountFault>> TestAsync(CancellationToken cancellationToken) =>
        AccountProbe.RunAsync(this, VipErrors.All, clock, cancellationToken);
}
