namespace DealBot.Core.Posting;

/// <summary>Reckons when the next message is allowed. A pure function of the limits, the past and the present.</summary>
public static class SendQuota
{
    /// <summary>
    /// The first moment at which one more message stays within every window; not before <paramref name="now"/>. A window of n messages is
    /// full just as long as the n-th last one lies within it, so that one moment a window is all that is needed of the past.
    /// </summary>
    /// <param name="windows">The limits.</param>
    /// <param name="nthLast">
    /// For each window, when the n-th last message was handed over, n being <see cref="QuotaWindow.Most"/>; null if there were fewer. Failed
    /// ones count: platforms may count them too.
    /// </param>
    /// <param name="now">The present.</param>
    public static DateTimeOffset NextAllowed(IReadOnlyList<QuotaWindow> windows, IReadOnlyList<DateTimeOffset?> nthLast, DateTimeOffset now)
    {
        var next = now;
        for (var i = 0; i < windows.Count; i++)
        {
            if (nthLast[i] is { } attempt && windows[i].FreeAfter(attempt) is var free && free > next)
            {
                next = free;
            }
        }

        return next;
    }
}
