using System.Runtime.CompilerServices;
using DealBot.Contracts;
using DealBot.Core.Links;

namespace DealBot.Host.Plugins;

/// <summary>
/// One account of a plugin's network, each call with a time limit: what does not come in time is a <see cref="NetworkException"/>. What it throws is
/// for the edge that all networks have in common, <see cref="SupervisedNetwork"/>.
/// </summary>
internal sealed class GuardedNetwork(IAffiliateNetwork inner, string account, NetworkLimits limits, IReadOnlyList<string> positions, PluginCalls calls) : IAffiliateNetwork
{
    public string Name => calls.Plugin;

    public string Account => account;

    public NetworkLimits Limits => limits;

    public IReadOnlyList<string> Positions => positions;

    public string? GeneralPosition => calls.Ask(nameof(GeneralPosition), () => inner.GeneralPosition, null);

    public async IAsyncEnumerable<Deal> ListDealsAsync(DealQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var foreignTold = false;
        await foreach (var deal in EachAsync(nameof(ListDealsAsync), token => inner.ListDealsAsync(query, token), cancellationToken).ConfigureAwait(false))
        {
            // Under another network's name its price and its link would be taken for that network's.
            if (deal.Key.Network == Name)
            {
                yield return deal;
            }
            else if (!foreignTold)
            {
                foreignTold = true;
                calls.Logger.ForeignItem(Name, $"{deal.Key}");
            }
        }
    }

    public IAsyncEnumerable<OrderReport> PullOrdersAsync(OrderWindow window, CancellationToken cancellationToken) =>
        EachAsync(nameof(PullOrdersAsync), token => inner.PullOrdersAsync(window, token), cancellationToken);

    public Task<LinkResult> ConvertAsync(LinkRequest request, CancellationToken cancellationToken) =>
        CallAsync(nameof(ConvertAsync), token => inner.ConvertAsync(request, token), cancellationToken);

    public Task<DealCheck> RecheckAsync(Deal deal, CancellationToken cancellationToken) =>
        CallAsync(nameof(RecheckAsync), token => inner.RecheckAsync(deal, token), cancellationToken);

    public OrderUpdate? ReadOrder(string raw, DateTimeOffset changedBy) => calls.Ask(nameof(ReadOrder), () => inner.ReadOrder(raw, changedBy), null);

    public Task<IReadOnlyList<AccountFault>> TestAsync(CancellationToken cancellationToken) => CallAsync(nameof(TestAsync), inner.TestAsync, cancellationToken);

    private async IAsyncEnumerable<T> EachAsync<T>(string member, Func<CancellationToken, IAsyncEnumerable<T>> list, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var items = await CallAsync(member, token => Task.FromResult(list(cancellationToken).GetAsyncEnumerator(cancellationToken)), cancellationToken).ConfigureAwait(false);
        var isPending = false;
        try
        {
            while (true)
            {
                // Until an item has come, the list can't be asked for the next nor be closed.
                isPending = true;
                var more = await CallAsync(member, async _ => await items.MoveNextAsync().ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
                isPending = false;
                if (!more)
                {
                    break;
                }

                if (items.Current is { } item)
                {
                    yield return item;
                }
            }
        }
        finally
        {
            if (!isPending)
            {
                await CallAsync(member, async _ => await CloseAsync(items).ConfigureAwait(false), CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private static async Task<bool> CloseAsync<T>(IAsyncEnumerator<T> items)
    {
        await items.DisposeAsync().ConfigureAwait(false);
        return true;
    }

    private async Task<T> CallAsync<T>(string member, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await calls.RunAsync(member, call, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is PluginHangsException or PluginStuckException)
        {
            throw new NetworkException(Name, "plugin", calls.Say(exception), isTransient: true);
        }
    }
}
