using System.Net;
using DealBot.Adapters.Wire;
using DealBot.Contracts;
using RestEase;

namespace DealBot.Adapters.WeCom;

/// <summary>Calls of a robot's webhook. The reply's text is not read: WeCom says that it may change, and it shows the server's address.</summary>
internal sealed class WeComClient(HttpClient http, WeComOptions options, TimeProvider time)
{
    private static readonly PlatformName Name = new("企业微信", "WeCom");

    private readonly IWeComWebhook _webhook = RestClient.For<IWeComWebhook>(new RootedRequester(http, options.BaseUrl));
    private readonly PlatformHttp _platform = new(Name, TimeSpan.FromSeconds(options.TimeoutSeconds), time);

    public async Task<SendResult> SendAsync(string key, WeComPayload payload, CancellationToken cancellationToken)
    {
        using var body = WatchedContent.Json(payload);
        return await _platform.SendAsync(body, token => _webhook.SendAsync(key, body, token), Interpret, cancellationToken);
    }

    // WeCom answers 200 even to refusals: another status comes from something in between, which may have passed the message on.
    private static SendResult? Interpret(PlatformAnswer answer) =>
        answer.Status == HttpStatusCode.OK && answer.Number("errcode") is { } code ? WeComErrorCodes.Interpret((int)code) : null;
}
