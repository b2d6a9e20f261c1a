using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>Reckons when the next message to an address is allowed. A pure function of the limits, the past and the present.</summary>
public static class SendQuota
{
    /// <summary>The window that <see cref="AdapterLimits.MessagesPerMinute"/> counts in.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    /// <summary>The first moment at which one more message stays within the limits; not before <paramref name="now"/>.</summary>
    /// <param name="limits">The platform's limits.</param>
    /// <param name="attempts">Messages handed over within the window, oldest first. Failed ones count: platforms may count them too.</param>
    /// <param name="now">The present.</param>
    public static DateTimeOffset NextAllowed(AdapterLimits limits, IReadOnlyList<DateTimeOffset> attempts, DateTimeOffset now)
    {
        if (limits.MessagesPerMinute is not { } most || attempts.Count < most)
        {
            return now;
        }

        var free = attempts[^most] + Window;
        return free > now ? free : now;
    }
}
