using DealBot.Core.Catalog;

namespace DealBot.Core.Posting;

/// <summary>How deals are asked for again.</summary>
/// <param name="Patience">How long a network may take to answer; zero asks nobody. Real time, since a socket does not wait faster because a rehearsal does.</param>
/// <param name="Trust">How old the catalog's knowledge may be where nobody answers.</param>
/// <param name="Parallelism">How many questions to one account may be under way at once.</param>
public sealed record RecheckSettings(TimeSpan Patience, TimeSpan Trust, int Parallelism)
{
    private const int MostAtOnce = 4;

    /// <summary>What the catalog knows is trusted until the next sync at least, however seldom that is.</summary>
    private const int AfterSyncMinutes = 10;

    public static RecheckSettings Of(CatalogOptions catalog, PostingOptions posting)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(posting);
        return new RecheckSettings(
            TimeSpan.FromSeconds(catalog.RecheckSeconds),
            TimeSpan.FromMinutes(Math.Max(catalog.TrustMinutes, catalog.SyncMinutes + AfterSyncMinutes)),
            Math.Min(posting.Parallelism, MostAtOnce));
    }
}
