using static DealBot.Core.Posting.PostState;

namespace DealBot.Core.Posting;

/// <summary>
/// The state machine of a post as a table. What is not in it changes nothing: every UPDATE of the outbox names the states it comes
/// from, and a test walks every pair of state and operation against this table.
/// </summary>
public static class PostTransitions
{
    private static readonly IReadOnlyDictionary<(PostState From, PostOperation Operation), PostState?> Table = new Dictionary<(PostState, PostOperation), PostState?>
    {
        [(Planned, PostOperation.Lease)] = Leased,
        [(Planned, PostOperation.GrowStale)] = Skipped,
        [(Planned, PostOperation.Withdraw)] = null,
        [(Leased, PostOperation.Release)] = Planned,
        [(Leased, PostOperation.PrepareAnew)] = Planned,
        [(Leased, PostOperation.GiveUp)] = Skipped,
        [(Leased, PostOperation.EndLease)] = Planned,
        [(Leased, PostOperation.BeginSend)] = Sending,
        [(Leased, PostOperation.RecordFailed)] = Failed,
        [(Sending, PostOperation.RecordSent)] = Sent,
        [(Sending, PostOperation.RecordAwaiting)] = Awaiting,
        [(Sending, PostOperation.RecordTryAgain)] = Planned,
        [(Sending, PostOperation.RecordFailed)] = Failed,
        [(Sending, PostOperation.RecordUnknown)] = Unknown,
        [(Sending, PostOperation.EndLease)] = Unknown,
        [(Awaiting, PostOperation.Confirm)] = Sent,
        [(Awaiting, PostOperation.EndUnconfirmed)] = Failed,
        [(Awaiting, PostOperation.LoseSight)] = Unknown,

        // A late answer of the same lease settles what became of the message.
        [(Unknown, PostOperation.RecordSent)] = Sent,
        [(Unknown, PostOperation.RecordAwaiting)] = Awaiting,
        [(Unknown, PostOperation.RecordTryAgain)] = Planned,
        [(Unknown, PostOperation.RecordFailed)] = Failed,
        [(Unknown, PostOperation.ProveDelivered)] = Sent,
        [(Unknown, PostOperation.ProveNotDelivered)] = Planned,
        [(Unknown, PostOperation.Resend)] = Planned,
        [(Failed, PostOperation.Resend)] = Planned,
        [(Skipped, PostOperation.Resend)] = Planned,
    };

    /// <summary>A laid post has no messages yet: it can be given them, given up or taken back, and nothing else.</summary>
    private static readonly IReadOnlyDictionary<PostOperation, PostState?> OfLaid = new Dictionary<PostOperation, PostState?>
    {
        [PostOperation.Prepare] = Planned,
        [PostOperation.Skip] = Skipped,
        [PostOperation.Withdraw] = null,
    };

    /// <summary>Whether the operation may be done, and where it leads; null is out of the plan.</summary>
    /// <param name="from">The state, of a post with all its messages, none of them sent.</param>
    /// <param name="isPrepared">Whether it has its messages; only a planned or a skipped one may be without.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="to">The state it leads to.</param>
    public static bool Allows(PostState from, bool isPrepared, PostOperation operation, out PostState? to)
    {
        to = null;
        return isPrepared ? Table.TryGetValue((from, operation), out to) : from == Planned && OfLaid.TryGetValue(operation, out to);
    }
}
