using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>A post of the plan.</summary>
public sealed record LaidPost
{
    public required string PostId { get; init; }

    /// <summary>The group whose post it is; null for a digest, a notice, and the bot's answers, which keep no gap.</summary>
    public required string? GroupId { get; init; }

    public required string OwnerId { get; init; }

    public required string Adapter { get; init; }

    public required string Address { get; init; }

    /// <summary>The slot's own moment.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The moment that the plan gives it.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>When it was sent; null if it was not.</summary>
    public DateTimeOffset? SentAt { get; init; }

    public required PostState State { get; init; }

    /// <summary>Whether it has its messages.</summary>
    public required bool IsPrepared { get; init; }

    /// <summary>Whether a revision may still change it: nobody took it up and nothing of it was sent.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>The slot's moment by the group's clock, with the zone, as <see cref="Scheduling.Slot.LocalAt"/> writes it; null for what is no slot.</summary>
    public string? LocalAt { get; init; }

    /// <summary>Code of the reason why it was skipped, or failed.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Why the plan moved it.</summary>
    public Phrase? Moved { get; init; }

    /// <summary>Its messages; 0 while it is not prepared.</summary>
    public int Messages { get; init; }

    /// <summary>How many of them are pictures.</summary>
    public int Images { get; init; }
}
