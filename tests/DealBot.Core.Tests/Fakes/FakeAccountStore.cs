using System.Collections.Concurrent;
using DealBot.Core.Accounts;

namespace DealBot.Core.Tests.Fakes;

/// <summary>How accounts stand, in memory.</summary>
internal sealed class FakeAccountStore : IAccountStore
{
    public ConcurrentDictionary<AccountKey, AccountState> States { get; } = new();

    /// <summary>What goes wrong when a state is to be kept.</summary>
    public Exception? SaveFault { get; set; }

    public Task<AccountState> GetAsync(AccountKey account, CancellationToken cancellationToken) => Task.FromResult(States.GetValueOrDefault(account, AccountState.Fresh));

    public Task<IReadOnlyList<(AccountKey Account, AccountState State)>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<(AccountKey, AccountState)>>([.. States.Select(pair => (pair.Key, pair.Value))]);

    /// <summary>Which account posts to an address, as it was noted.</summary>
    public ConcurrentDictionary<string, AccountKey> Assigned { get; } = new();

    public Task AssignAsync(AccountKey account, string address, CancellationToken cancellationToken)
    {
        Assigned[address] = account;
        return Task.CompletedTask;
    }

    public Task AssignAllAsync(Func<string, string, AccountKey> accountOf, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SaveAsync(AccountKey account, AccountState state, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (SaveFault is { } fault)
        {
            throw fault;
        }

        States[account] = state;
        return Task.CompletedTask;
    }

    public Task<bool> TryProbeAsync(AccountKey account, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        States[account] = States[account] with { Phase = AccountPhase.HalfOpen, ChangedAt = now, Until = until };
        return Task.FromResult(true);
    }
}
