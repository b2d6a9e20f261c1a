namespace DealBot.Core.Clicks;

/// <summary>A place in a journal of clicks.</summary>
/// <param name="Journal">Name of the journal; each start of a service writes one of its own.</param>
/// <param name="Segment">Number of the file.</param>
/// <param name="Offset">Bytes into the file.</param>
public sealed record JournalPosition(string Journal, long Segment, long Offset)
{
    public static JournalPosition StartOf(string journal) => new(journal, 0, 0);
}
