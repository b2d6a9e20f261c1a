using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Taobao;

/// <summary>Taobao's affiliate programme (淘宝客) for one account.</summary>
internal sealed class TaobaoNetwork(
    string name, TaobaoAccount account, NetworkLimits limits, TaobaoListing listing, TaobaoRechecks rechecks, TaobaoLinks links, TaobaoOrders orders, TimeProvider clock)
    : IAffiliateNetwork, IItemLinks
{
    public const string NetworkName = "taobao";

    public string Name => NetworkName;

    public string Account { get; } = name;

    public NetworkLimits Limits => limits;

    public IReadOnlyList<string> Positions { get; } = [.. account.RelationIds, .. account.Positions.Select(position => TaobaoPid.Parse(position).Adzone)];

    public string? GeneralPosition { get; } = TaobaoPid.Parse(account.Pid).Adzone;

    public IAsyncEnumerable<Deal> ListDealsAsync(DealQuery query, CancellationToken cancellationToken) =>
        listing.ListAsync(query, cancellationToken);

    public Task<DealCheck> RecheckAsync(Deal deal, CancellationToken cancellationToken) => rechecks.CheckAsync(deal, cancellationToken);

    public Task<LinkResult> ConvertAsync(LinkRequest request, CancellationToken cancellationToken) =>
        links.ConvertAsync(request, cancellationToken);

    public IReadOnlyList<string> ItemsIn(string text) => TaobaoItemLinks.In(text);

    public IAsyncEnumerable<OrderReport> PullOrdersAsync(OrderWindow window, CancellationToken cancellationToken) =>
        orders.PullAsync(window, cancellationToken);

    public OrderUpdate? ReadOrder(string raw, DateTimeOffset changedBy) => TaobaoOrderRows.Read(raw, changedBy);

    public Task<IReadOnlyList<AccountFault>> TestAsync(CancellationToken cancellationToken) =>
        AccountProbe.RunAsync(this, TaobaoErrors.All, clock, cancellationToken);
}
