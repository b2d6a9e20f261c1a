using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Ledger;

namespace DealBot.Core.Orders;

/// <summary>Says of an order row all that DealBot knows beside the network: whose it is, which group brought it, how its commission is divided.</summary>
public sealed class OrderTracing(LiveConfiguration configuration, OrderAttribution attribution, ICommissionTerms terms)
{
    /// <summary>Who owns an account; null if nobody does any more.</summary>
    public string? OwnerOf(string network, string account) =>
        configuration.Current.Owners.FirstOrDefault(owner => owner.NetworkAccounts.GetValueOrDefault(network) == account)?.Id;

    public async ValueTask<AttributedOrder> TraceAsync(string account, OrderUpdate order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var ownerId = OwnerOf(order.Network, account);
        var traced = await attribution.TraceAsync(account, order, cancellationToken).ConfigureAwait(false);
        return new AttributedOrder(order, ownerId, traced)
        {
            Terms = await terms.ForAsync(ownerId, traced.GroupId, order.OrderedAt, cancellationToken).ConfigureAwait(false),
        };
    }
}
