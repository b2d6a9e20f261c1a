using DealBot.Contracts;
using DealBot.Core.Accounts;

namespace DealBot.Core.Posting;

/// <summary>
/// The ledger of posts. Every member is one transaction that is on the disk when it returns. A post has one row for ever: planning
/// it twice, after a crash or by two hosts, is seen and refused.
/// </summary>
public interface IOutbox
{
    /// <summary>Keeps a post with its messages, deals and links, or gives them to one that the plan has laid.</summary>
    /// <returns>False if the post is there already, in whatever other state; nothing is changed then.</returns>
    Task<bool> PlanAsync(PlannedPost post, CancellationToken cancellationToken);

    /// <summary>Keeps a slot that is not posted, whether the plan has laid it or not.</summary>
    /// <returns>False if the post is there already, in whatever other state.</returns>
    Task<bool> SkipAsync(SkippedPost post, CancellationToken cancellationToken);

    /// <summary>Whether a slot was dealt with.</summary>
    Task<bool> ExistsAsync(string postId, CancellationToken cancellationToken);

    /// <summary>
    /// Takes up posts that are due, some of each account. On the way, posts whose lease ended are put right: one that was being sent becomes unknown, one
    /// that was only taken up is planned again; posts past their time become skipped.
    /// </summary>
    Task<IReadOnlyList<LeasedPost>> LeaseDueAsync(DateTimeOffset now, TimeSpan lease, int max, CancellationToken cancellationToken);

    /// <summary>Marks a message as handed to the platform, before it is.</summary>
    /// <returns>False if the lease is no longer held; the message must not be sent then.</returns>
    Task<bool> BeginSendAsync(LeasedPost post, int index, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Records what became of a message, and of its post. An answer that comes when the lease is over still counts if nobody touched the
    /// post since; else it changes nothing.
    /// </summary>
    Task RecordAsync(LeasedPost post, int index, MessageOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Gives a leased post back untouched, to be taken up at a later moment.</summary>
    Task ReleaseAsync(LeasedPost post, DateTimeOffset notBefore, CancellationToken cancellationToken);

    /// <summary>
    /// Takes back a leased post of which nothing was sent, because what it says holds no more. A slot's is prepared anew with other deals while that
    /// is worth it; anything else is skipped with the reason. Changes nothing once a message has been handed over.
    /// </summary>
    Task WithdrawAsync(LeasedPost post, SkipReason reason, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// For each window, when its <see cref="QuotaWindow.Most"/>-th last message of an account, or of it to the address, was handed to the
    /// platform; null if there were fewer up to now, or if that one
    /// is older than the window reaches.
    /// </summary>
    Task<IReadOnlyList<DateTimeOffset?>> NthLastAttemptsAsync(
        AccountKey account, string address, IReadOnlyList<QuotaWindow> windows, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>How many messages of an account were handed to the platform since a moment.</summary>
    Task<int> CountAttemptsAsync(AccountKey account, DateTimeOffset since, CancellationToken cancellationToken);
}
