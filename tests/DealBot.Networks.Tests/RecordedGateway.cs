using System.Net;
using System.Text;
using System.Text.Json;

namespace DealBot.Networks.Tests;

/// <summary>Answers calls from a list, the last answer again and again, and keeps what was sent, to the letter.</summary>
internal sealed class RecordedGateway : HttpMessageHandler
{
    private readonly Queue<string> _answers = new();

    public List<Sent> Calls { get; } = [];

    public RecordedGateway Answers(params string[] bodies)
    {
        Array.ForEach(bodies, _answers.Enqueue);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.Concat(request.Content!.Headers).ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        Calls.Add(new Sent(request.RequestUri!, headers, await request.Content.ReadAsStringAsync(cancellationToken)));
        var body = _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }

    /// <summary>One call.</summary>
    public sealed record Sent(Uri Address, IReadOnlyDictionary<string, string> Headers, string Body)
    {
        /// <summary>The body read as JSON.</summary>
        public JsonElement Json => JsonElement.Parse(Body);
    }
}
