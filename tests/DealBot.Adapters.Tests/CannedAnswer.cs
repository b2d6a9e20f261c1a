using System.Net;

namespace DealBot.Adapters.Tests;

/// <summary>A platform that reads whatever is sent and gives one answer.</summary>
internal sealed class CannedAnswer(string body, HttpStatusCode status = HttpStatusCode.OK) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
            await content.CopyToAsync(Stream.Null, cancellationToken);
        return new HttpResponseMessage(status) { Content = new StringContent(body) };
    }
}
