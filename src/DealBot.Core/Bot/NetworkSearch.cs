using System.Runtime.CompilerServices;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Bot;

/// <summary>
/// Asks the owner's networks for what is not in the catalog: not often, so that members can't use up his quota, and not for long, since
/// somebody waits for the answer. Whatever goes wrong, nothing was found.
/// </summary>
public sealed class NetworkSearch(IReadOnlyList<IAffiliateNetwork> networks, LiveConfiguration configuration, TimeProvider time, ILogger<NetworkSearch> logger)
{
    private const int PerAccountPerMinute = 20;
    private const int MostDeals = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private readonly ChatPace _pace = new(time);

    /// <summary>Items that links in a text lead to, by network.</summary>
    public IReadOnlyList<DealKey> ItemsIn(string text) =>
        [.. networks.OfType<IItemLinks>().DistinctBy(links => ((IAffiliateNetwork)links).Name).SelectMany(links => links.ItemsIn(text).Select(id => new DealKey(((IAffiliateNetwork)links).Name, id)))];

    /// <summary>One item; null if its network does not have it, or can't be asked.</summary>
    public async Task<Deal?> ItemAsync(Group group, DealKey item, CancellationToken cancellationToken)
    {
        var found = await ListAsync(Accounts(group).Where(network => network.Name == item.Network), new DealQuery(null, null, 1) { ItemId = item.ItemId }, cancellationToken).ConfigureAwait(false);
        return found is [var deal, ..] ? deal : null;
    }

    /// <summary>Deals for a keyword or a link, as the networks order them. They know simplified titles, so they are asked in simplified letters.</summary>
    public Task<IReadOnlyList<Deal>> ByKeywordAsync(Group group, string keyword, CancellationToken cancellationToken) =>
        ListAsync(Accounts(group), new DealQuery(null, ChineseLetters.Simplify(keyword), MostDeals), cancellationToken);

    private IEnumerable<IAffiliateNetwork> Accounts(Group group)
    {
        // An edit may have taken the owner out since somebody asked.
        var owner = configuration.Current.FindOwner(group.Owner);
        return networks.Where(network => owner?.NetworkAccounts.GetValueOrDefault(network.Name) == network.Account);
    }

    private async Task<IReadOnlyList<Deal>> ListAsync(IEnumerable<IAffiliateNetwork> asked, DealQuery query, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var found = new List<Deal>();
        foreach (var network in asked)
        {
            if (_pace.Ask(network.Name, network.Account, "", PerAccountPerMinute, int.MaxValue) == PaceVerdict.Within)
            {
                await foreach (var deal in UntilFaultAsync(network, query, either.Token, cancellationToken).ConfigureAwait(false))
                {
                    found.Add(deal);
                }
            }
        }

        return found;
    }

    private async IAsyncEnumerable<Deal> UntilFaultAsync(
        IAffiliateNetwork network, DealQuery query, CancellationToken patience, [EnumeratorCancellation] CancellationToken stopping)
    {
        await using var deals = network.ListDealsAsync(query, patience).GetAsyncEnumerator(patience);
        while (true)
        {
            try
            {
                if (!await deals.MoveNextAsync().ConfigureAwait(false))
                {
                    yield break;
                }
            }
            catch (NetworkException exception)
            {
                logger.SearchFailed(network.Name, exception.Code, exception.Reason.En);
                yield break;
            }
            catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
            {
                logger.SearchFailed(network.Name, "slow", "no answer in time");
                yield break;
            }

            yield return deals.Current;
        }
    }
}
