using System.Net;

namespace DealBot.Core.Rendering.Images;

/// <summary>Fetches the file of a picture within limits of hosts, redirects, time and bytes.</summary>
public sealed class PictureDownload(HttpClient http, PictureHosts hosts, ImageOptions options)
{
    private const int MostRedirects = 3;

    public async Task<FetchedPicture> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            return await FollowAsync(url, limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException && !cancellationToken.IsCancellationRequested)
        {
            return new FetchedPicture(null, exception.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FetchedPicture(null, $"no picture within {options.TimeoutSeconds} seconds");
        }
    }

    /// <summary>Redirects are followed by hand, since each hop has to pass the same rules.</summary>
    private async Task<FetchedPicture> FollowAsync(Uri url, CancellationToken cancellationToken)
    {
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            if (hosts.Refuse(url) is { } refusal)
                return new FetchedPicture(null, hop == 0 ? refusal : $"redirected: {refusal}");

            using var request = new HttpRequestMessage(HttpMethod.Get, url);

            // Servers that have WebP send it to whoever takes it, and not every librsvg draws it.
            request.Headers.Accept.ParseAdd("image/jpeg, image/png, image/gif;q=0.8");
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode is HttpStatusCode.OK)
                return await ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
            if (RedirectOf(response) is not { } location)
                return new FetchedPicture(null, $"HTTP {(int)response.StatusCode}");

            if (!Uri.TryCreate(url, location, out var next))
                return new FetchedPicture(null, $"redirected: {location.OriginalString} is no address");

            url = next;
        }

        return new FetchedPicture(null, $"more than {MostRedirects} redirects");
    }

    private static Uri? RedirectOf(HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 ? response.Headers.Location : null;

    /// <summary>The declared length is not believed; what arrives is counted.</summary>
    private async Task<FetchedPicture> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var most = options.MaxKilobytes * 1024;
        var tooLong = new FetchedPicture(null, $"larger than {options.MaxKilobytes} KB");
        if (content.Headers.ContentLength > most)
            return tooLong;

        await using var body = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var file = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (file.Length + read > most)
                return tooLong;

            file.Write(buffer, 0, read);
        }

        return new FetchedPicture(file.ToArray(), null);
    }
}
