namespace DealBot.Core.Clicks;

/// <summary>Keeps clicks and counts them.</summary>
public interface IClickStore
{
    /// <summary>How far a journal has been taken in; null for one that is not known.</summary>
    Task<JournalPosition?> ReachedAsync(string journal, CancellationToken cancellationToken);

    /// <summary>
    /// Takes in clicks of a journal and moves its place, in one transaction, so that each is taken in once. A person who
    /// followed any link of the same group on the same day is no new visitor.
    /// </summary>
    /// <returns>False, with nothing changed, if the journal is not at the place any more: somebody else was faster.</returns>
    Task<bool> AppendAsync(JournalPosition from, ClickBatch batch, CancellationToken cancellationToken);

    /// <summary>Forgets a journal that is gone.</summary>
    Task ForgetAsync(string journal, CancellationToken cancellationToken);

    /// <summary>Counts clicks that could not be kept.</summary>
    Task CountLostAsync(IReadOnlyList<LostClicks> lost, CancellationToken cancellationToken);
}
