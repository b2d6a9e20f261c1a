using DealBot.Contracts;

namespace DealBot.Networks.Wire;

/// <summary>Tries an account: lists one deal, converts it, and asks for the last minute's orders. Three calls that touch every field.</summary>
internal static class AccountProbe
{
    /// <summary>Every fault that shows; none if all is well.</summary>
    public static async Task<IReadOnlyList<AccountFault>> RunAsync(
        IAffiliateNetwork network, WireErrors errors, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            return
            [
                .. await LinkAsync(network, errors, cancellationToken),
                .. await OrdersAsync(network, errors, clock.GetUtcNow(), cancellationToken),
            ];
        }
        catch (NetworkException exception)
        {
            return [errors.FaultOf(exception.Code, exception.Reason)];
        }
    }

    private static async Task<IEnumerable<AccountFault>> LinkAsync(IAffiliateNetwork network, WireErrors errors, CancellationToken cancellationToken)
    {
        await foreach (var deal in network.ListDealsAsync(new DealQuery(null, null, 1), cancellationToken))
        {
            var result = await network.ConvertAsync(new LinkRequest(deal, new Tracking(null, null)), cancellationToken);
            return result is LinkResult.Refused refused && ConcernsTheAccount(refused, errors) ? [errors.FaultOf(refused.Code, refused.Reason)] : [];
        }

        return [];
    }

    // A refusal that is in no table may be the item's or the account's; the owner reads the network's own words and can tell.
    private static bool ConcernsTheAccount(LinkResult.Refused refused, WireErrors errors) =>
        refused.AccountFault || refused.Code == WireFaults.ForeignLink || !errors.Knows(refused.Code);

    private static async Task<IEnumerable<AccountFault>> OrdersAsync(
        IAffiliateNetwork network, WireErrors errors, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var _ in network.PullOrdersAsync(new OrderWindow(now.AddMinutes(-1), now), cancellationToken))
            {
                break;
            }

            return [];
        }
        catch (NetworkException exception)
        {
            return [errors.FaultOf(exception.Code, exception.Reason)];
        }
    }
}
