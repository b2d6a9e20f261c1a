namespace DealBot.Core.Links;

/// <summary>How long to leave alone who has failed. Pure.</summary>
/// <param name="First">After the first time; twice as long each time after.</param>
/// <param name="Longest">At most.</param>
public sealed record BackOff(TimeSpan First, TimeSpan Longest)
{
    private const int MostDoublings = 16;

    /// <summary>The pause after so many times in a row, from 1.</summary>
    public TimeSpan After(int times) => TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(times - 1, MostDoublings)));

    /// <summary>Whether a pause still holds. One that could not have been made by now was made by a clock that ran ahead.</summary>
    public bool Holds(DateTimeOffset until, DateTimeOffset now) => until > now && until - now <= Longest;
}
