using System.Collections.Concurrent;

namespace DealBot.Core.Accounts;

/// <summary>
/// Work of accounts: one piece after another for an account, accounts side by side. Each adapter has so many places of its own, so that a
/// platform that hangs holds up none but itself.
/// </summary>
internal sealed class AccountLanes(int places)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _places = new();
    private readonly Dictionary<AccountKey, Task> _lanes = [];

    /// <summary>Whether anything is under way.</summary>
    public bool IsBusy => _lanes.Values.Any(lane => !lane.IsCompleted);

    /// <summary>Begins a piece of work, or puts it behind what the account is busy with. It must not throw.</summary>
    public void Add(AccountKey account, Func<Task> work) =>
        _lanes[account] = RunAsync(_lanes.GetValueOrDefault(account, Task.CompletedTask), _places.GetOrAdd(account.Adapter, _ => new SemaphoreSlim(places)), work);

    /// <summary>Waits until everything is done, but no longer than asked.</summary>
    /// <returns>Whether everything is.</returns>
    public async Task<bool> IdleAsync(TimeSpan most)
    {
        var all = Task.WhenAll(_lanes.Values);
        if (!all.IsCompleted)
        {
            // Real time, whatever clock the host goes by: it measures the platform, not the day.
            using var over = new CancellationTokenSource();
            await Task.WhenAny(all, Task.Delay(most, over.Token)).ConfigureAwait(false);
            await over.CancelAsync().ConfigureAwait(false);
        }

        return all.IsCompleted;
    }

    /// <summary>Waits until everything is done.</summary>
    public Task EndAsync() => Task.WhenAll(_lanes.Values);

    private static async Task RunAsync(Task before, SemaphoreSlim place, Func<Task> work)
    {
        await before.ConfigureAwait(false);
        await place.WaitAsync().ConfigureAwait(false);
        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            place.Release();
        }
    }
}
