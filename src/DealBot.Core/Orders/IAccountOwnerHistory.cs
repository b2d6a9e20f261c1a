namespace DealBot.Core.Orders;

/// <summary>Who held which account, in the order in which it was noted. Nothing noted is ever changed.</summary>
public interface IAccountOwnerHistory
{
    /// <summary>All of it.</summary>
    Task<IReadOnlyList<AccountOwner>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Notes that somebody holds an account, unless that was noted last. The first holder of an account holds it from the beginning of time; later ones get
    /// no order of it that is known already, whatever the clock says.
    /// </summary>
    /// <param name="network">The account's network.</param>
    /// <param name="account">The account.</param>
    /// <param name="ownerId">Who holds it.</param>
    /// <param name="at">From when on.</param>
    /// <param name="isLatest">Asked while nobody else can note anything: whether this is still what the settings say.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What was noted; null if nothing had changed, or the settings say something else by now.</returns>
    Task<AccountOwner?> NoteAsync(string network, string account, string ownerId, DateTimeOffset at, Func<bool> isLatest, CancellationToken cancellationToken);
}
