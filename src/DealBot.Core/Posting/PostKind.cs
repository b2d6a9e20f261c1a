namespace DealBot.Core.Posting;

/// <summary>Why a post exists.</summary>
public enum PostKind
{
    /// <summary>A slot of the schedule.</summary>
    Slot,

    /// <summary>An owner's command.</summary>
    Manual,

    /// <summary>A daily digest to an owner.</summary>
    Digest,

    /// <summary>What an owner has to know before the next digest.</summary>
    Notice,

    /// <summary>The bot's answer to somebody in a chat. It keeps to quotas like any post, and is none of the group's posts in figures and rules.</summary>
    Reply,
}
