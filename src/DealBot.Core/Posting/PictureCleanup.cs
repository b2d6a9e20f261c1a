namespace DealBot.Core.Posting;

/// <summary>Deletes pictures that are long sent.</summary>
public sealed class PictureCleanup(PictureFiles pictures, PostingOptions options, TimeProvider time)
{
    public Task<int> RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(pictures.DeleteOlderThan(time.GetUtcNow().AddDays(-options.KeepPicturesDays)));
    }
}
