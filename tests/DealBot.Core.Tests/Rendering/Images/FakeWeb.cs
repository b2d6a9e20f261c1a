using System.Net;

namespace DealBot.Core.Tests.Rendering.Images;

/// <summary>A web of one answer, or of answers by address; remembers what it was asked.</summary>
internal sealed class FakeWeb : HttpMessageHandler
{
    public Func<Uri, HttpResponseMessage> Answer { get; set; } = _ => new HttpResponseMessage();

    public List<Uri> Asked { get; } = [];

    public static HttpResponseMessage File(byte[] file) => new() { Content = new ByteArrayContent(file) };

    public static HttpResponseMessage Redirect(string location)
    {
        var response = new HttpResponseMessage(HttpStatusCode.Found);
        response.Headers.Location = new Uri(location, UriKind.RelativeOrAbsolute);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (Asked)
        {
            Asked.Add(request.RequestUri!);
        }

        // Lets others reach the gate meanwhile.
        await Task.Yield();
        return Answer(request.RequestUri!);
    }
}
