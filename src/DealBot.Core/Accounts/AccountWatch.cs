using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Notices;
using DealBot.Core.Posting;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Accounts;

/// <summary>Keeps how accounts stand, asks before each message, and tells owners what changed.</summary>
public sealed class AccountWatch(IAccountStore store, INotices notices, PostingScope scope, TimeProvider time, ILogger<AccountWatch> logger)
{
    /// <summary>A try that has not been answered by then died with its process; another may follow.</summary>
    private static readonly TimeSpan ProbeTime = TimeSpan.FromMinutes(2);

    private readonly ClosedAddresses _closed = new(notices, scope, time);

    private bool _isKnown;

    /// <summary>Notes which account posts to each address, once: settings are read at the start, and may have changed since the last one.</summary>
    public async Task KnowAsync(Func<string, string, AccountKey> accountOf, CancellationToken cancellationToken)
    {
        if (!_isKnown)
        {
            await store.AssignAllAsync(accountOf, cancellationToken).ConfigureAwait(false);
            _isKnown = true;
        }
    }

    /// <summary>Notes which account posts to an address.</summary>
    public Task KnowAsync(AccountKey account, string address) => store.AssignAsync(account, address, CancellationToken.None);

    /// <summary>Asks whether a message may go now. To an account that has stopped one message may go when its pause is over, as a try.</summary>
    /// <returns>How the account stands; null if the message has to wait.</returns>
    public async Task<AccountState?> AskAsync(AccountKey account)
    {
        var now = time.GetUtcNow();
        var state = await store.GetAsync(account, CancellationToken.None).ConfigureAwait(false);
        if (state.Waits(now))
        {
            return null;
        }

        if (!state.IsDown)
        {
            return state;
        }

        var isTry = await store.TryProbeAsync(account, now, now + ProbeTime, CancellationToken.None).ConfigureAwait(false);
        return isTry ? state with { Phase = AccountPhase.HalfOpen } : null;
    }

    /// <summary>What an answer does to an account. Nothing is kept yet.</summary>
    public AccountChange Judge(AccountKey account, AccountState before, SendResult result, AdapterLimits limits) =>
        new(account, before, AccountCircuit.After(before, result, limits, time.GetUtcNow()));

    /// <summary>Tells a change and keeps it.</summary>
    public async Task KeepAsync(AccountChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (ReferenceEquals(change.Before, change.After))
        {
            return;
        }

        // Told before it is kept: a crash in between tells it again at the next refusal, the other order would never tell it.
        foreach (var notice in scope.OwnersOf(change.Account)
            .Select(owner => AccountNotice.Of(owner, change.Account, change.Before, change.After)).OfType<Notice>())
        {
            await notices.TellAsync(notice, CancellationToken.None).ConfigureAwait(false);
        }

        // What the platform answered must be kept even while the host is being stopped.
        await store.SaveAsync(change.Account, change.After, CancellationToken.None).ConfigureAwait(false);
        logger.Changed(change.Account, change.Before, change.After);
    }

    /// <summary>Takes note of what a platform answered at one address: owners are told of one that is closed to them.</summary>
    public Task NoteAsync(string adapter, string address, SendResult result) => _closed.NoteAsync(adapter, address, result);

    /// <summary>Sets an account free, or lets it be tried with the next message if it had stopped.</summary>
    /// <returns>False if it is neither stopped nor slowed.</returns>
    public async Task<bool> ResumeAsync(AccountKey account, CancellationToken cancellationToken)
    {
        var state = await store.GetAsync(account, cancellationToken).ConfigureAwait(false);
        if (state.Phase == AccountPhase.Closed)
        {
            return false;
        }

        await store.SaveAsync(account, AccountCircuit.Resumed(state, time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        logger.Resumed(account);
        return true;
    }

    /// <summary>Lets every stopped account be tried, since the settings that they post with have changed.</summary>
    public async Task ResumeStoppedAsync(CancellationToken cancellationToken)
    {
        foreach (var (account, _) in (await store.ListAsync(cancellationToken).ConfigureAwait(false)).Where(row => row.State.IsDown))
        {
            await ResumeAsync(account, cancellationToken).ConfigureAwait(false);
        }
    }
}
