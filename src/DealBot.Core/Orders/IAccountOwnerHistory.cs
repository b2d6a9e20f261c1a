namespace DealBot.Core.Orders;

/// <summary>Who held which account, in the order in which it was noted. Nothing noted is ever changed.</summary>
public interface IAccountOwnerHistory
{
    /// <summary>All of it.</summary>
    Task<IReadOnlyList<AccountOwner>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Notes that somebody holds an account, unless that was noted last. The first holder of an account holds it from the beginning of time; later ones get
    /// no order that is known already, whatever the clock says.
    /// </summary>
    /// <returns>What was noted; null if nothing had changed.</returns>
    Task<AccountOwner?> NoteAsync(string network, string account, string ownerId, DateTimeOffset at, CancellationToken cancellationToken);
}
