namespace DealBot.Core.Posting;

/// <summary>The plan of the day as rows of the ledger: slots that have their moment, but no messages yet.</summary>
public interface IPostPlan
{
    /// <summary>What is on record since a moment, and whatever is still to be prepared however old it is.</summary>
    Task<LaidPlan> ReadAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a revision in force, in several transactions so that others can write in between; a post and what replaces it go in one, and
    /// the state of the configuration it goes by is noted last. Posts that were taken up since the plan was read are left alone.
    /// </summary>
    Task LayAsync(PlanRevision revision, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>How many messages were handed over to each address of an adapter from a moment up to, but not including, another.</summary>
    Task<IReadOnlyDictionary<string, int>> UsedAsync(string adapter, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Posts to be prepared whose planned moment has come, by that moment.</summary>
    Task<IReadOnlyList<DuePost>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
