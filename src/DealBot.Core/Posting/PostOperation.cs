namespace DealBot.Core.Posting;

/// <summary>What may happen to a post.</summary>
public enum PostOperation
{
    /// <summary>A laid post gets its messages.</summary>
    Prepare,

    /// <summary>A laid post is given up before it has any message.</summary>
    Skip,

    /// <summary>An edit takes a post out of the plan, or lays it anew.</summary>
    Withdraw,

    /// <summary>A dispatcher takes it up.</summary>
    Lease,

    /// <summary>The dispatcher gives it back untouched.</summary>
    Release,

    /// <summary>What it says holds no more; it is to be prepared anew.</summary>
    PrepareAnew,

    /// <summary>What it says holds no more, and it is given up.</summary>
    GiveUp,

    /// <summary>The lease ends, by time or because its holder is dead.</summary>
    EndLease,

    /// <summary>Its time is over.</summary>
    GrowStale,

    /// <summary>A message is about to be handed to the platform.</summary>
    BeginSend,

    /// <summary>The platform took the last message.</summary>
    RecordSent,

    /// <summary>The platform certainly did not take it; again later.</summary>
    RecordTryAgain,

    /// <summary>It can't be sent.</summary>
    RecordFailed,

    /// <summary>No clear answer.</summary>
    RecordUnknown,

    /// <summary>The platform took the last message, and a person has to confirm it.</summary>
    RecordAwaiting,

    /// <summary>He did.</summary>
    Confirm,

    /// <summary>The task ended without him.</summary>
    EndUnconfirmed,

    /// <summary>Nobody can tell any more what became of the task.</summary>
    LoseSight,

    /// <summary>The adapter proved that an unknown message arrived.</summary>
    ProveDelivered,

    /// <summary>The adapter proved that an unknown message did not arrive.</summary>
    ProveNotDelivered,

    /// <summary>The owner wants it sent again.</summary>
    Resend,
}
