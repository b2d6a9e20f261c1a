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

    /// <summary>Takes in what owners have claimed since.</summary>
    /// <returns>Up to which claim rows are traced from now on.</returns>
    public Task<long> RefreshAsync(CancellationToken cancellationToken) => attribution.RefreshAsync(cancellationToken);

    public async ValueTask<AttributedOrder> TraceAsync(string account, OrderUpdate order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var traced = await attribution.TraceAsync(account, order, cancellationToken).ConfigureAwait(false);
        return await WithTermsAsync(account, order, traced, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The row as an owner's word has it.</summary>
    /// <param name="account">The account through which it came.</param>
    /// <param name="order">The row.</param>
    /// <param name="groupId">The group he names; null if he takes his word back, so that the rules hold again.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async ValueTask<AttributedOrder> ClaimAsync(string account, OrderUpdate order, string? groupId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var traced = groupId is null
            ? await attribution.ByRulesAsync(account, order, cancellationToken).ConfigureAwait(false)
            : new Attribution(AttributionMethod.Claimed, groupId, null);
        return await WithTermsAsync(account, order, traced, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<AttributedOrder> WithTermsAsync(string account, OrderUpdate order, Attribution traced, CancellationToken cancellationToken)
    {
        var ownerId = OwnerOf(order.Network, account);
        return new AttributedOrder(order, ownerId, traced)
        {
            Terms = await terms.ForAsync(ownerId, traced.GroupId, order.OrderedAt, cancellationToken).ConfigureAwait(false),
        };
    }
}
