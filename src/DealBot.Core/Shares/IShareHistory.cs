namespace DealBot.Core.Shares;

/// <summary>Every state of the owners' rules, in the order in which they were noted. Nothing noted is ever changed.</summary>
public interface IShareHistory
{
    /// <summary>All of them, of all owners.</summary>
    Task<IReadOnlyList<ShareEpoch>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Notes an owner's rules, unless those noted last say the same. They never hold for an order of his that is known already, whatever the clock
    /// says; only the first rules of an owner of whom there are no orders hold from the beginning of time.
    /// </summary>
    /// <param name="ownerId">The owner.</param>
    /// <param name="rules">His rules.</param>
    /// <param name="at">From when on.</param>
    /// <param name="isLatest">Asked while nobody else can note anything: whether this is still what the settings say.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What was noted; null if nothing had changed, or the settings say something else by now.</returns>
    Task<ShareEpoch?> NoteAsync(string ownerId, ShareRules rules, DateTimeOffset at, Func<bool> isLatest, CancellationToken cancellationToken);
}
