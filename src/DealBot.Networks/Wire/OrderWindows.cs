using DealBot.Contracts;

namespace DealBot.Networks.Wire;

/// <summary>Windows that orders are asked for by.</summary>
internal static class OrderWindows
{
    /// <exception cref="ArgumentException">The window does not end after its start, or is longer than the network allows.</exception>
    public static void Check(OrderWindow window, NetworkLimits limits)
    {
        ArgumentNullException.ThrowIfNull(window);
        if (window.To <= window.From || window.To - window.From > limits.MaxOrderWindow)
        {
            throw new ArgumentException($"The window must end after its start and last at most {limits.MaxOrderWindow}.", nameof(window));
        }
    }

    /// <summary>When a row of a window had changed at the latest, for one that does not say it.</summary>
    public static DateTimeOffset ChangedBy(OrderWindow window, DateTimeOffset now) => window.By == OrderTime.Updated ? window.To : now;
}
