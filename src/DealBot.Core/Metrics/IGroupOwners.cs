namespace DealBot.Core.Metrics;

/// <summary>
/// Whose groups are whose, for the figures kept by owner. Figures are right whatever is on record here; it makes the difference between reading
/// one row an hour and one row a group and hour.
/// </summary>
public interface IGroupOwners
{
    /// <summary>Puts on record whose groups these are, and moves the figures of groups that changed hands. Groups not named have no owner.</summary>
    /// <param name="owners">Owners by group.</param>
    /// <param name="cancellationToken">Cancels between two groups.</param>
    /// <returns>How many groups changed hands.</returns>
    Task<int> KeepAsync(IReadOnlyDictionary<string, string> owners, CancellationToken cancellationToken);
}
