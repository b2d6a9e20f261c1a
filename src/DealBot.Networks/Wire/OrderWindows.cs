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
}
