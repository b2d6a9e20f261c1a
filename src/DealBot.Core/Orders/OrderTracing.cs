using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Core.Orders;

/// <summary>Says of an order row all that DealBot knows beside the network: whose it is, which group brought it, how its commission is divided.</summary>
public sealed class OrderTracing(AccountOwners owners, OrderAttribution attribution, ICommissionTerms terms)
{
    /// <summary>Who holds an account now; null if nobody does any more.</summary>
    public string? OwnerOf(string network, string account) => owners.Now(network, account);

    /// <summary>Who held the account of an order when it was ordered; null if nobody ever did.</summary>
    public ValueTask<string?> OwnerOfAsync(ListedOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        return owners.AtAsync(order.Network, order.Account, order.OrderedAt, cancellationToken);
    }

    /// <summary>Takes in what owners have claimed since.</summary>
    /// <returns>Up to which claim rows are traced from now on.</returns>
    public Task<long> RefreshAsync(CancellationToken cancellationToken) => attribution.RefreshAsync(cancellationToken);

    /// <summary>The rows of a window, for the first time or again, in their order, looked up together.</summary>
    public async Task<IReadOnlyList<AttributedOrder>> TraceAllAsync(
        string network, string account, IReadOnlyList<OrderUpdate> orders, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(orders);
        var batch = await attribution.LookUpAsync(network, orders, cancellationToken).ConfigureAwait(false);
        var traced = new List<AttributedOrder>(orders.Count);
        foreach (var order in orders)
        {
            traced.Add(await TraceAsync(
                account, order, (source, it, token) => attribution.TraceAsync(source with { Batch = batch }, it, token), cancellationToken).ConfigureAwait(false));
        }

        return traced;
    }

    /// <summary>A row that is booked anew by today's rules.</summary>
    public Task<AttributedOrder> RetraceAsync(string account, OrderUpdate order, CancellationToken cancellationToken) =>
        TraceAsync(account, order, attribution.RetraceAsync, cancellationToken);

    /// <summary>The row as an owner's word has it.</summary>
    /// <param name="account">The account through which it came.</param>
    /// <param name="order">The row.</param>
    /// <param name="groupId">The group he names; null if he takes his word back, so that the rules hold again.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<AttributedOrder> ClaimAsync(string account, OrderUpdate order, string? groupId, CancellationToken cancellationToken) => TraceAsync(
        account,
        order,
        groupId is null ? attribution.UnclaimedAsync : (_, _, _) => Task.FromResult(new Attribution(AttributionMethod.Claimed, groupId, null)),
        cancellationToken);

    private async Task<AttributedOrder> TraceAsync(
        string account, OrderUpdate order, Func<OrderSource, OrderUpdate, CancellationToken, Task<Attribution>> traceAsync, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var ownerId = await owners.AtAsync(order.Network, account, order.OrderedAt, cancellationToken).ConfigureAwait(false);
        var traced = await traceAsync(new OrderSource(account, ownerId), order, cancellationToken).ConfigureAwait(false);
        return new AttributedOrder(order, ownerId, traced)
        {
            Terms = await terms.ForAsync(ownerId, traced.GroupId, order.OrderedAt, cancellationToken).ConfigureAwait(false),
        };
    }
}
