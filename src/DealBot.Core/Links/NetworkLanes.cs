using DealBot.Contracts;

namespace DealBot.Core.Links;

/// <summary>Does something for every account, so that a network that hangs holds up nobody but itself.</summary>
public static class NetworkLanes
{
    /// <summary>Runs the work of every account.</summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="parallelism">How many accounts of one network go side by side; with 1 everything goes one after another, in order.</param>
    /// <param name="work">What is done for an account.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task ForEachAsync(
        IEnumerable<IAffiliateNetwork> accounts, int parallelism, Func<IAffiliateNetwork, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(work);
        var networks = accounts.GroupBy(account => account.Name).ToList();
        await Parallel.ForEachAsync(networks, Side(parallelism == 1 ? 1 : Math.Max(1, networks.Count)), async (ofNetwork, token) =>
            await Parallel.ForEachAsync(ofNetwork, Side(parallelism, token), async (account, inner) => await work(account, inner).ConfigureAwait(false)).ConfigureAwait(false)).ConfigureAwait(false);

        ParallelOptions Side(int most, CancellationToken? token = null) => new() { MaxDegreeOfParallelism = most, CancellationToken = token ?? cancellationToken };
    }
}
