using DealBot.Core.Rendering.Images;
using DealBot.Imaging.Images;
using DealBot.Imaging.Rasterizing;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Rendering;

/// <summary>
/// Product pictures for posters, as data URIs: from memory, from the folder, or fetched and made ready. A picture that is missing, refused
/// or broken gives null, and the poster draws its placeholder.
/// </summary>
public sealed class ProductImages(PictureDownload download, PicturePreparation preparation, PictureStore store, RecentPictures recent, ILogger<ProductImages> logger)
{
    // One picture is fetched once, however many groups post it at the same moment. Two addresses that share a gate only wait for each other.
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>The picture of an address; null if there is none.</summary>
    public async Task<string?> DataUriAsync(Uri? url, CancellationToken cancellationToken)
    {
        if (url is not { IsAbsoluteUri: true })
            return null;
        if (recent.TryGet(url, out var known))
            return known;

        var gate = _gates[(uint)url.GetHashCode() % _gates.Length];
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!recent.TryGet(url, out known))
            {
                known = await LoadAsync(url, cancellationToken).ConfigureAwait(false) is { } jpeg ? DataUri.ForImage(jpeg) : null;
                recent.Keep(url, known);
            }

            return known;
        }
        catch (ImagingUnavailableException)
        {
            // No poster is drawn either, and whoever tries says so.
            return null;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<byte[]?> LoadAsync(Uri url, CancellationToken cancellationToken)
    {
        if (store.Read(url) is { } kept)
            return kept;

        var fetched = await download.FetchAsync(url, cancellationToken).ConfigureAwait(false);
        var prepared = fetched.File is { } file ? preparation.Prepare(file, cancellationToken) : new PreparedPicture(null, fetched.Fault);
        if (prepared.Jpeg is { } jpeg)
            store.Write(url, jpeg);
        else
            logger.LogWarning("Picture {Url} left out: {Reason}", Shortened(url), prepared.Refusal);

        return prepared.Jpeg;
    }

    // A data address holds its picture, thousands of characters of it.
    private static string Shortened(Uri url) => url.AbsoluteUri is { Length: > 200 } text ? text[..200] + "…" : url.AbsoluteUri;
}
