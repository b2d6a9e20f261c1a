using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Suning;

/// <summary>The Suning affiliate programme (苏宁推客) for one account.</summary>
internal sealed class SuningNetwork(string name, SuningAccount account, SuningListing listing, SuningLinks links, SuningOrders orders, TimeProvider clock)
    : IAffiliateNetwork, IItemLinks
{
    public const string NetworkName = "suning";

    public string Name => NetworkName;

    public string Account => name;

    public NetworkLimits Limits { get; } = SuningOrders.Limits with { SubIdLength = account.SubUserLength };

    public IReadOnlyList<string> Positions => account.Positions;

    public string? GeneralPosition => account.AdBookId;

    public IAsyncEnumerable<Deal> ListDealsAsync(DealQuery query, CancellationToken cancellationToken) => listing.ListAsync(query, cancellationToken);

    public Task<DealCheck> RecheckAsync(Deal deal, CancellationToken cancellationToken) => listing.RecheckAsync(deal, cancellationToken);

    public Task<LinkResult> ConvertAsync(LinkRequest request, CancellationToken cancellationToken) => links.ConvertAsync(request, cancellationToken);

    public IReadOnlyList<string> ItemsIn(string text) => SuningItemLinks.In(text);

    public IAsyncEnumerable<OrderReport> PullOrdersAsync(OrderWindow window, CancellationToken cancellationToken) =>
        orders.PullAsync(window, cancellationToken);

    public OrderUpdate? ReadOrder(string raw, DateTimeOffset changedBy) => SuningOrderRows.Read(raw, changedBy);

    public Task<IReadOnlyList<AccountFault>> TestAsync(CancellationToken cancellationToken) =>
        AccountProbe.RunAsync(this, SuningErrors.All, clock, cancellationToken);
}
