using DealBot.Contracts;

namespace DealBot.Adapters.Tests;

internal static class Wording
{
    /// <summary>What a result says to a person; null for a message that was sent.</summary>
    public static Phrase? ReasonOf(SendResult result) => result switch
    {
        SendResult.RetryAfter retry => retry.Reason,
        SendResult.Throttled throttled => throttled.Reason,
        SendResult.Blocked blocked => blocked.Reason,
        SendResult.Rejected rejected => rejected.Reason,
        SendResult.Unknown unknown => unknown.Reason,
        _ => null,
    };
}
