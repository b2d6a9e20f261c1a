using System.Net;
using DealBot.Contracts;

namespace DealBot.Adapters.Wire;

/// <summary>
/// One HTTP call to a chat platform and its outcome: the same for all of them but for what the answer means. No exception or phrase that
/// leaves here holds the address, which may carry a key.
/// </summary>
internal sealed class PlatformHttp(PlatformName name, TimeSpan timeout, TimeProvider time)
{
    private const int ReplyBytes = 1024 * 1024;

    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(60);

    private readonly LostCall _lost = new(name);

    /// <summary>Makes a call that posts something.</summary>
    /// <param name="body">The body that the call sends, and no other.</param>
    /// <param name="call">Makes the call.</param>
    /// <param name="interpret">What the answer says; null if it is not the platform's own.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<SendResult> SendAsync(
        WatchedContent body,
        Func<CancellationToken, Task<HttpResponseMessage>> call,
        Func<PlatformAnswer, SendResult?> interpret,
        CancellationToken cancellationToken) =>
        SendAsync(body, call, async (response, token) => interpret(await ReadAsync(response, token)), cancellationToken);

    /// <summary>Makes a call that posts something, to a platform whose answers are no JSON.</summary>
    /// <param name="body">The body that the call sends, and no other.</param>
    /// <param name="call">Makes the call.</param>
    /// <param name="interpret">Reads the answer and says what it means; null if it is not the platform's own.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<SendResult> SendAsync(
        WatchedContent body,
        Func<CancellationToken, Task<HttpResponseMessage>> call,
        Func<HttpResponseMessage, CancellationToken, Task<SendResult?>> interpret,
        CancellationToken cancellationToken)
    {
        // Real time, whatever clock the host goes by: it measures the network, not the day.
        using var limit = new CancellationTokenSource(timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var response = await call(either.Token);
            return await InterpretAsync(response, interpret, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return body.WriteBegan ? _lost.NoAnswer() : _lost.NotConnected(HttpRequestError.ConnectionError);
        }
        catch (HttpRequestException exception)
        {
            return body.WriteBegan ? _lost.BrokenOff() : _lost.NotConnected(exception.HttpRequestError);
        }
        catch (IOException)
        {
            return body.WriteBegan ? _lost.BrokenOff() : _lost.NotConnected(HttpRequestError.Unknown);
        }
    }

    /// <summary>Makes a call that changes nothing, or whose repetition does no harm.</summary>
    /// <returns>The answer, or why there is none.</returns>
    public Task<(PlatformAnswer? Answer, Phrase? Failure)> AskAsync(Func<CancellationToken, Task<HttpResponseMessage>> call, CancellationToken cancellationToken) =>
        AskAsync(call, ReadAsync, cancellationToken);

    /// <summary>Makes such a call to a platform whose answers are no JSON.</summary>
    /// <returns>The answer as it was read, or why there is none.</returns>
    public async Task<(T? Answer, Phrase? Failure)> AskAsync<T>(
        Func<CancellationToken, Task<HttpResponseMessage>> call,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken)
        where T : class
    {
        using var limit = new CancellationTokenSource(timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var response = await call(either.Token);
            return (await read(response, either.Token), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, _lost.Silent());
        }
        catch (HttpRequestException exception)
        {
            return (null, _lost.NotConnected(exception.HttpRequestError).Reason);
        }
        catch (IOException)
        {
            return (null, _lost.NotConnected(HttpRequestError.Unknown).Reason);
        }
    }

    /// <summary>What is said of an answer that is not the platform's.</summary>
    public Phrase NotFromPlatform(HttpStatusCode status) => name.Say(
        $"收到的不是{{0}}的回复（HTTP {(int)status}），消息可能已送达，请在群里确认；若反复出现，请检查 {name.AddressField} 和代理",
        $"The answer is not {{0}}'s (HTTP {(int)status}) and the message may have arrived, look into the group; if it recurs, check {name.AddressField} and the proxy");

    private async Task<SendResult> InterpretAsync(
        HttpResponseMessage response, Func<HttpResponseMessage, CancellationToken, Task<SendResult?>> interpret, CancellationToken cancellationToken)
    {
        // Only a limiter in between answers so without a code of the platform, and it has passed nothing on.
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            var asked = RetryAfter.Of(response.Headers.RetryAfter, UsualPause, time.GetUtcNow());
            return await interpret(response, cancellationToken) ?? new SendResult.Throttled(asked, TooMany());
        }

        return await interpret(response, cancellationToken) ?? new SendResult.Unknown(NotFromPlatform(response.StatusCode));
    }

    private static async Task<PlatformAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(ReplyBytes, cancellationToken);
        return new PlatformAnswer(response.StatusCode, PlatformJson.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken)) ?? default);
    }

    private Phrase TooMany() => name.Say(
        "网关说请求太多（HTTP 429），消息未发出，按它要求的时间暂停",
        "A gateway says that there are too many requests (HTTP 429), nothing was sent; pausing as long as it asks");
}
