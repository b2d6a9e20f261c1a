using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using DealBot.Contracts;

namespace Webhook.Tests;

/// <summary>What stands at the other end: verifies signatures, keeps bodies, and answers as told.</summary>
internal sealed class Receiver : HttpMessageHandler
{
    public const string Accepted = "{\"accepted\":true}";

    public List<string> Bodies { get; } = [];

    /// <summary>What the next call is answered with; null for being taken.</summary>
    public Func<HttpResponseMessage>? Answer { get; set; }

    public static HttpResponseMessage Says(string body) => new(HttpStatusCode.OK) { Content = new StringContent(body) };

    public static HttpResponseMessage Refusal(HttpStatusCode status, TimeSpan? pause = null)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent("") };
        response.Headers.RetryAfter = pause is { } some ? new RetryConditionHeaderValue(some) : null;
        return response;
    }

    /// <summary>The messages that came, as they were sent.</summary>
    public IReadOnlyList<OutgoingMessage> Delivered() => [.. Bodies.Select(body => JsonElement.Parse(body)).Select(Read)];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        var timestamp = request.Headers.GetValues("X-Timestamp").Single();
        Assert.That(request.Headers.GetValues("X-Signature").Single(), Is.EqualTo($"sha256={WebhookClient.SignatureOf(WebhookStage.Secret, timestamp, body)}"));
        Bodies.Add(body);
        return Answer?.Invoke() ?? Says(Accepted);
    }

    private static OutgoingMessage Read(JsonElement body) => body.GetProperty("kind").GetString() == "text"
        ? new OutgoingMessage.Text(body.GetProperty("text").GetString()!)
        : new OutgoingMessage.Image(body.GetProperty("bytes").GetBytesFromBase64(), body.GetProperty("mediaType").GetString()!);
}
