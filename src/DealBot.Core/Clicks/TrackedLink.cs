using DealBot.Contracts;

namespace DealBot.Core.Clicks;

/// <summary>What a redirect code stands for.</summary>
public sealed record TrackedLink(string Code, string PostId, string GroupId, DealKey Deal, Uri Target)
{
    /// <summary>When its post was due.</summary>
    public DateTimeOffset PostedAt { get; init; }

    /// <summary>When the network lets it lapse; null if it does not say.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Text that a member copies where the target can't be opened, because its chat blocks it; null where nobody blocks it.</summary>
    public string? Command { get; init; }

    /// <summary>Whether it still leads anywhere.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="days">For how many days from its post a link works.</param>
    public bool IsValid(DateTimeOffset now, int days) => now < PostedAt.AddDays(days) && (ExpiresAt is not { } end || now < end);
}
