namespace DealBot.Contracts;

/// <summary>A converted link (转链) that carries the owner's ids.</summary>
/// <param name="Url">Where a member is sent.</param>
/// <param name="Tracking">What orders through it will carry.</param>
/// <param name="ExpiresAt">When the network lets it lapse; null if it does not.</param>
public sealed record TrackingLink(Uri Url, Tracking Tracking, DateTimeOffset? ExpiresAt)
{
    /// <summary>Text that a member copies and opens in the network's app (淘口令), for chats that block its links; null if the network has none or none was wanted.</summary>
    public string? Command { get; init; }
}
