namespace DealBot.Core.Accounts;

/// <summary>Keeps how accounts stand. The outbox reads the same rows: it leases no post of an account that has to wait.</summary>
public interface IAccountStore
{
    /// <summary>How an account stands; <see cref="AccountState.Fresh"/> if nothing ever happened to it.</summary>
    Task<AccountState> GetAsync(AccountKey account, CancellationToken cancellationToken);

    /// <summary>Every account that something ever happened to, by name.</summary>
    Task<IReadOnlyList<(AccountKey Account, AccountState State)>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Notes which account posts to an address, so that what is due is taken up account by account.</summary>
    Task AssignAsync(AccountKey account, string address, CancellationToken cancellationToken);

    /// <summary>Notes it anew for every address that posts are due to, and every other that is on record.</summary>
    Task AssignAllAsync(Func<string, string, AccountKey> accountOf, CancellationToken cancellationToken);

    /// <summary>Keeps how an account stands now.</summary>
    Task SaveAsync(AccountKey account, AccountState state, CancellationToken cancellationToken);

    /// <summary>Lets one message try whether an account that stopped posting is taken again; others wait until the moment.</summary>
    /// <returns>False if another message is trying already, or it is too early.</returns>
    Task<bool> TryProbeAsync(AccountKey account, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);
}
