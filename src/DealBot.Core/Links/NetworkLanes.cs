using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using DealBot.Contracts;

namespace DealBot.Core.Links;

/// <summary>Does something for every account, so that a network that hangs holds up nobody but itself.</summary>
public static class NetworkLanes
{
    /// <summary>
    /// Runs the work of every account. What goes wrong with one, a mistake of DealBot's own among it, comes to light when the others are done.
    /// </summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="parallelism">How many accounts of one network go side by side; with 1 everything goes one after another, in order.</param>
    /// <param name="work">What is done for an account.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task ForEachAsync(
        IEnumerable<IAffiliateNetwork> accounts, int parallelism, Func<IAffiliateNetwork, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(work);
        var failures = new ConcurrentQueue<ExceptionDispatchInfo>();
        var networks = accounts.GroupBy(account => account.Name).ToList();
        await Parallel.ForEachAsync(networks, Side(parallelism == 1 ? 1 : Math.Max(1, networks.Count)), async (ofNetwork, token) =>
            await Parallel.ForEachAsync(ofNetwork, Side(parallelism, token), WorkAsync).ConfigureAwait(false)).ConfigureAwait(false);
        if (failures.TryPeek(out var first))
        {
            first.Throw();
        }

        async ValueTask WorkAsync(IAffiliateNetwork account, CancellationToken token)
        {
            try
            {
                await work(account, token).ConfigureAwait(false);
            }
            catch (Exception exception) when (!token.IsCancellationRequested)
            {
                failures.Enqueue(ExceptionDispatchInfo.Capture(exception));
            }
        }

        ParallelOptions Side(int most, CancellationToken? token = null) => new() { MaxDegreeOfParallelism = most, CancellationToken = token ?? cancellationToken };
    }
}
