namespace DealBot.Core.Posting;

/// <summary>Where a post, or one message of it, stands. Each change is one transaction; docs/flow.md draws it.</summary>
public enum PostState
{
    /// <summary>Rendered and kept, not yet taken up.</summary>
    Planned,

    /// <summary>Taken up by one dispatcher until its lease ends.</summary>
    Leased,

    /// <summary>Handed to the platform; the answer is not known yet. After a crash this becomes <see cref="Unknown"/>.</summary>
    Sending,

    /// <summary>The platform said that it took it.</summary>
    Sent,

    /// <summary>The platform took it as a task that a person has to confirm in its client; nobody in the group has seen it yet.</summary>
    Awaiting,

    /// <summary>Certainly not sent, and given up.</summary>
    Failed,

    /// <summary>May have arrived; never repeated by itself.</summary>
    Unknown,

    /// <summary>Nothing was sent, on purpose, with a reason.</summary>
    Skipped,
}
