namespace DealBot.Core.Bot;

/// <summary>How long to wait before listening begins again: longer each time, and short again after it went well for a while.</summary>
internal sealed class ListenerPauses
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private TimeSpan _next = First;

    /// <param name="lasted">How long listening lasted before it broke off.</param>
    public TimeSpan After(TimeSpan lasted)
    {
        var pause = lasted >= Longest ? First : _next;
        _next = pause * 2 < Longest ? pause * 2 : Longest;
        return pause;
    }
}
