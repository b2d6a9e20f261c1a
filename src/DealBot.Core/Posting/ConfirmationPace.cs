namespace DealBot.Core.Posting;

/// <summary>How often to ask after a task: soon at first, since most owners confirm at once or in the evening, and seldom later. Pure.</summary>
public static class ConfirmationPace
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>How long to wait after having asked at an age.</summary>
    public static TimeSpan After(TimeSpan age)
    {
        var pause = age / 4;
        return pause < First ? First : pause > Longest ? Longest : pause;
    }
}
