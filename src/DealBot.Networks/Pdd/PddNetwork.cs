using DealBot.Contracts;

namespace DealBot.Networks.Pdd;

/// <summary>Pinduoduo's affiliates (多多客, 多多进宝) for one account.</summary>
internal sealed class PddNetwork(string account, PddListing listing, PddLinks links, PddOrders orders, PddProbe probe) : IAffiliateNetwork, IItemLinks
{
    public const string NetworkName = "pdd";

    public string Name => NetworkName;

    public string Account { get; } = account;

    public NetworkLimits Limits { get; } = PddOrders.Limits with { SubIdLength = links.SubIdLength };

    public IReadOnlyList<string> Positions => probe.Positions;

    public string? GeneralPosition => probe.GeneralPosition;

    public IAsyncEnumerable<Deal> ListDealsAsync(DealQuery query, CancellationToken cancellationToken) => listing.ListAsync(query, cancellationToken);

    public async Task<DealCheck> RecheckAsync(Deal deal, CancellationToken cancellationToken) =>
        await listing.FindAsync(deal.Key.ItemId, cancellationToken) is { } found
            ? new DealCheck.Found(found with { Channel = deal.Channel })
            : new DealCheck.Gone(new Phrase("拼多多已不再推广这件商品", "Pinduoduo no longer promotes this item"));

    public Task<LinkResult> ConvertAsync(LinkRequest request, CancellationToken cancellationToken) => links.ConvertAsync(request, cancellationToken);

    public IReadOnlyList<string> ItemsIn(string text) => PddItemLinks.In(text);

    public IAsyncEnumerable<OrderReport> PullOrdersAsync(OrderWindow window, CancellationToken cancellationToken) => orders.PullAsync(window, cancellationToken);

    public OrderUpdate? ReadOrder(string raw, DateTimeOffset changedBy) => orders.Read(raw, changedBy);

    public Task<IReadOnlyList<AccountFault>> TestAsync(CancellationToken cancellationToken) => probe.RunAsync(this, cancellationToken);
}
