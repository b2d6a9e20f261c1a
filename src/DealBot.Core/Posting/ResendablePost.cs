using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>A post as an owner sees it who wonders whether to have it sent again.</summary>
public sealed record ResendablePost
{
    public required string PostId { get; init; }

    public required string? GroupId { get; init; }

    public required string OwnerId { get; init; }

    public required string Adapter { get; init; }

    public required string Address { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }

    public required PostState State { get; init; }

    /// <summary>Why it was not sent; null if nothing is said.</summary>
    public required Phrase? Reason { get; init; }

    /// <summary>How often it was sent again before.</summary>
    public required long Resends { get; init; }

    /// <summary>The messages that are not sent, in order.</summary>
    public required IReadOnlyList<StoredMessage> Unsent { get; init; }

    /// <summary>Whether the command may plan it again: its fate is settled or unknown, and there is something left to send.</summary>
    public bool CanBeResent => State is PostState.Unknown or PostState.Failed or PostState.Skipped && Unsent.Count > 0;
}
