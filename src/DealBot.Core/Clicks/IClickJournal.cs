namespace DealBot.Core.Clicks;

/// <summary>Where clicks are put down before the database takes them.</summary>
public interface IClickJournal
{
    /// <summary>Puts clicks down, all of them or none. They are on the disk when it returns. Called by one thread at a time.</summary>
    /// <exception cref="IOException">They could not be kept: the disk is full, at fault, or the journal is as long as it may get.</exception>
    void Append(IReadOnlyList<Click> clicks);
}
