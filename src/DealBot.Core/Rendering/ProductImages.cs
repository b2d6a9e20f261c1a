using System.Collections.Concurrent;
using DealBot.Imaging.Images;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Rendering;

/// <summary>
/// Fetches product pictures from allowed hosts, as data URIs for posters. A picture that is missing, too large or no picture gives null:
/// the poster then draws its placeholder. The last ones are kept in memory, since one deal goes to many groups.
/// </summary>
public sealed class ProductImages(HttpClient http, ImageOptions options, ILogger<ProductImages> logger)
{
    private const int MostCharactersInMemory = 16 * 1024 * 1024;

    private readonly ConcurrentDictionary<Uri, string> _known = new();
    private long _characters;

    public async Task<string?> DataUriAsync(Uri? url, CancellationToken cancellationToken)
    {
        if (url is null || !IsAllowed(url))
        {
            return null;
        }

        if (_known.TryGetValue(url, out var known))
        {
            return known;
        }

        try
        {
            var fetched = DataUri.ForImage(await FetchAsync(url, cancellationToken).ConfigureAwait(false));
            if (fetched is not null)
            {
                Keep(url, fetched);
            }

            return fetched;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("Picture {Url} not fetched: {Message}", url, exception.Message);
            return null;
        }
    }

    private async Task<byte[]> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        using var response = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(limit.Token).ConfigureAwait(false);
        var most = options.MaxKilobytes * 1024;
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, limit.Token).ConfigureAwait(false)) > 0;)
        {
            if (content.Length + read > most)
            {
                throw new HttpRequestException($"larger than {options.MaxKilobytes} KB");
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    private bool IsAllowed(Uri url) => url.Scheme is "https" or "http" && options.Hosts.Any(host => host.StartsWith("*.", StringComparison.Ordinal)
        ? url.Host.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
        : url.Host.Equals(host, StringComparison.OrdinalIgnoreCase));

    private void Keep(Uri url, string picture)
    {
        if (Interlocked.Add(ref _characters, picture.Length) > MostCharactersInMemory)
        {
            _known.Clear();
            Interlocked.Exchange(ref _characters, picture.Length);
        }

        _known[url] = picture;
    }
}
