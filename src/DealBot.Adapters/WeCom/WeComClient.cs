using System.Net;
using System.Text.Json;
using DealBot.Adapters.Wire;
using DealBot.Contracts;
using RestEase;

namespace DealBot.Adapters.WeCom;

/// <summary>One webhook call and its outcome. No exception or phrase that leaves here holds the key, which is part of the address.</summary>
internal sealed class WeComClient(HttpClient http, WeComOptions options, TimeProvider time)
{
    private const int ReplyBytes = 64 * 1024;

    private static readonly TimeSpan UnreachableDelay = TimeSpan.FromSeconds(15);

    private readonly IWeComWebhook _webhook = RestClient.For<IWeComWebhook>(new RootedRequester(http, options.BaseUrl));
    private readonly TimeSpan _timeout = TimeSpan.FromSeconds(options.TimeoutSeconds);

    public async Task<SendResult> SendAsync(string key, WeComPayload payload, CancellationToken cancellationToken)
    {
        using var body = WatchedJsonContent.Of(payload);
        // Real time, whatever clock the host goes by: it measures the network, not the day.
        using var timeout = new CancellationTokenSource(_timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var response = await _webhook.SendAsync(key, body, either.Token);
            return await InterpretAsync(response, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return body.WriteBegan ? NoAnswer() : NotConnected(HttpRequestError.ConnectionError);
        }
        catch (HttpRequestException exception)
        {
            return body.WriteBegan ? BrokenOff() : NotConnected(exception.HttpRequestError);
        }
        catch (IOException)
        {
            return body.WriteBegan ? BrokenOff() : NotConnected(HttpRequestError.Unknown);
        }
    }

    private async Task<SendResult> InterpretAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // Only a limiter in between answers so, and it has passed nothing on.
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            return new SendResult.Throttled(RetryAfter.Of(response.Headers.RetryAfter, WeComErrorCodes.QuotaDelay, time.GetUtcNow()), TooMany());

        // WeCom answers 200 even to refusals: another status comes from something in between, which may have passed the message on.
        if (response.StatusCode != HttpStatusCode.OK)
            return NotFromWeCom(response.StatusCode);

        await response.Content.LoadIntoBufferAsync(ReplyBytes, cancellationToken);
        var reply = Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return reply?.ErrorCode is { } code ? WeComErrorCodes.Interpret(code) : NotFromWeCom(response.StatusCode);
    }

    private static WeComReply? Parse(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<WeComReply>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SendResult.Unknown NotFromWeCom(HttpStatusCode status) => new(new Phrase(
        $"收到的不是企业微信的回复（HTTP {(int)status}），消息可能已送达，请在群里确认；若反复出现，请检查 BaseUrl 和代理",
        $"The answer is not WeCom's (HTTP {(int)status}) and the message may have arrived, look into the group; "
        + "if it recurs, check BaseUrl and the proxy"));

    private static Phrase TooMany() => new(
        "网关说请求太多（HTTP 429），消息未发出，按它要求的时间暂停",
        "A gateway says that there are too many requests (HTTP 429), nothing was sent; pausing as long as it asks");

    private static SendResult.Unknown NoAnswer() => new(new Phrase(
        "企业微信没有在限定时间内回复，消息可能已送达，请在群里确认",
        "WeCom did not answer in time and the message may have arrived; look into the group"));

    private static SendResult.Unknown BrokenOff() => new(new Phrase(
        "连接在企业微信回复之前中断，消息可能已送达，请在群里确认",
        "The connection broke before WeCom answered and the message may have arrived; look into the group"));

    private static SendResult.RetryAfter NotConnected(HttpRequestError error) => new(UnreachableDelay, error switch
    {
        HttpRequestError.NameResolutionError => new Phrase(
            "无法解析企业微信的域名，消息未发出，请检查网络和 DNS",
            "WeCom's host name can't be resolved, nothing was sent; check the network and DNS"),
        HttpRequestError.SecureConnectionError => new Phrase(
            "与企业微信建立 TLS 连接失败，消息未发出，请检查系统时间、证书和代理",
            "The TLS connection to WeCom failed, nothing was sent; check the system's clock, certificates and proxy"),
        _ => new Phrase(
            "无法连接企业微信，消息未发出，请检查网络和代理",
            "WeCom can't be reached, nothing was sent; check the network and the proxy"),
    });
}
