namespace DealBot.Core.Clicks;

/// <summary>Clicks that were put down and are still to be taken into the database.</summary>
public interface IClickBacklog
{
    /// <summary>Names of the journals there are, oldest first: those of services that ended, and those still being written.</summary>
    IReadOnlyList<string> Journals();

    /// <summary>Reads on from a place. No clicks and the same place: there is nothing new.</summary>
    ClickBatch Read(JournalPosition from, int most);

    /// <summary>Deletes what lies before a place that the database has reached.</summary>
    /// <returns>Whether nothing is left of the journal, and nobody writes it any more.</returns>
    bool Discard(JournalPosition reached);
}
