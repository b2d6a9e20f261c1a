using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DealBot.Contracts;

namespace Webhook;

/// <summary>
/// One signed call. The receiver answers 200 with <c>{"accepted":true}</c>; HTTP 200 with anything else does not mean that it took the message.
/// </summary>
public sealed class WebhookClient(HttpClient http, TimeProvider time, TimeSpan timeout)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);

    /// <summary>Posts a body, once.</summary>
    public async Task<SendResult> PostAsync(WebhookTarget target, string body, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        using var request = Sign(target, body);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            return Read(response, await response.Content.ReadAsStringAsync(either.Token));
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            // Nothing has left yet: only then may it be tried again.
            return new SendResult.RetryAfter(Pause, new Phrase("连不上对方，消息未发出", "the receiver can't be reached, nothing was sent"));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return NoClearAnswer();
        }
    }

    /// <summary>The signature as the receiver has to reckon it: HMAC-SHA256 of time stamp, full stop and body.</summary>
    public static string SignatureOf(string secret, string timestamp, string body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));

    private HttpRequestMessage Sign(WebhookTarget target, string body)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, target.Url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Timestamp", timestamp);
        request.Headers.Add("X-Signature", $"sha256={SignatureOf(target.Secret, timestamp, body)}");
        return request;
    }

    private static SendResult Read(HttpResponseMessage response, string body) => response.StatusCode switch
    {
        HttpStatusCode.TooManyRequests => new SendResult.Throttled(response.Headers.RetryAfter?.Delta ?? Pause, new Phrase("对方说太频繁", "the receiver says that it is too much")),
        HttpStatusCode.ServiceUnavailable => new SendResult.RetryAfter(response.Headers.RetryAfter?.Delta ?? Pause, new Phrase("对方暂时不接收", "the receiver takes nothing for now")),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new SendResult.Blocked(new Phrase("对方拒绝了签名，检查 secret", "the receiver refuses the signature; check the secret")),
        HttpStatusCode.OK when IsAccepted(body) => new SendResult.Sent(),
        _ => NoClearAnswer(),
    };

    private static bool IsAccepted(string body)
    {
        try
        {
            return JsonElement.Parse(body) is { ValueKind: JsonValueKind.Object } answer && answer.TryGetProperty("accepted", out var accepted) && accepted.ValueKind == JsonValueKind.True;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static SendResult.Unknown NoClearAnswer() => new(new Phrase("没有明确的答复，消息可能已送达", "no clear answer; the message may have arrived"));
}
