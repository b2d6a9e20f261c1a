using DealBot.Core.Health;

namespace DealBot.Core.Posting;

/// <summary>Deletes pictures that are long sent; none just after the clock leapt ahead, when those of posts that wait look old too.</summary>
public sealed class PictureCleanup(PictureFiles pictures, PostingOptions options, ClockLeap leap, TimeProvider time)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await leap.MayDeleteAsync(cancellationToken).ConfigureAwait(false) ? pictures.DeleteOlderThan(time.GetUtcNow().AddDays(-options.KeepPicturesDays)) : 0;
    }
}
