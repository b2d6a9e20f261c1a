using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.OneBot;

/// <summary>
/// Calls over the bridge's WebSocket server, each on a connection of its own: what was written to a connection that has just died is lost without
/// a word, while one that can't be made says for certain that nothing was sent. Events that come in between are not ours to read.
/// </summary>
internal sealed class OneBotSocket(OneBotBot bot, TimeSpan timeout, TimeProvider time) : IOneBotTransport
{
    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(60);

    private readonly LostCall _lost = new(OneBotReply.Bridge);

    public async Task<SendResult> SendAsync(OneBotCall call, CancellationToken cancellationToken)
    {
        var exchange = await ExchangeAsync(call, cancellationToken);
        return exchange switch
        {
            { Answer: { } answer } => OneBotReply.Interpret(answer, call.Action) ?? new SendResult.Unknown(NotABridge()),
            { IsSent: true, IsTimeout: true } => _lost.NoAnswer(),
            { IsSent: true } => _lost.BrokenOff(),
            { Refusal: { } refusal } => OfRefusal(refusal, call.Action),
            _ => _lost.NotConnected(exchange.Error),
        };
    }

    public async Task<(PlatformAnswer? Answer, Phrase? Failure)> AskAsync(OneBotCall call, CancellationToken cancellationToken)
    {
        var exchange = await ExchangeAsync(call, cancellationToken);
        return exchange switch
        {
            { Answer: { } answer } => (answer, null),
            { Refusal: { } refusal } => (new PlatformAnswer(refusal.Status, default), null),
            { IsTimeout: true } => (null, _lost.Silent()),
            _ => (null, _lost.NotConnected(exchange.Error).Reason),
        };
    }

    public WireCall Show(OneBotCall call) => new(call.Action, bot.Url!.AbsoluteUri, PlainJson.Text(call));

    private async Task<Exchange> ExchangeAsync(OneBotCall call, CancellationToken cancellationToken)
    {
        // Real time, whatever clock the host goes by: it measures the network, not the day.
        using var limit = new CancellationTokenSource(timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        using var connection = new OneBotConnection(bot);
        var isSent = false;
        try
        {
            if (await connection.OpenAsync(either.Token) is { } refusal)
                return new Exchange { Refusal = refusal };

            isSent = true;
            await connection.WriteAsync(call.Frame(), either.Token);
            return new Exchange { IsSent = true, Answer = await AnswerAsync(connection, call.Echo, either.Token) };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Exchange { IsSent = isSent, IsTimeout = true, Error = HttpRequestError.ConnectionError };
        }
        catch (WebSocketException exception)
        {
            return new Exchange { IsSent = isSent, Error = (exception.InnerException as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown };
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            return new Exchange { IsSent = isSent };
        }
    }

    /// <summary>The answer to our call; null if the connection ends without one.</summary>
    private static async Task<PlatformAnswer?> AnswerAsync(OneBotConnection connection, string echo, CancellationToken cancellationToken)
    {
        while (await connection.ReadAsync(cancellationToken) is { } frame)
        {
            var answer = new PlatformAnswer(HttpStatusCode.OK, frame);
            if (answer.Text("echo") == echo || IsRefusedAtTheDoor(answer))
                return answer;
        }

        return null;
    }

    // NapCat lets everybody in and says so afterwards, in a frame that answers no call.
    internal static bool IsRefusedAtTheDoor(PlatformAnswer answer) => answer.Number("retcode") is 1401 or 1403 && answer.Text("post_type") is null;

    private SendResult OfRefusal(OneBotRefusal refusal, string action) => refusal.Status == HttpStatusCode.TooManyRequests
        ? new SendResult.Throttled(RetryAfter.Of(refusal.RetryAfter, UsualPause, time.GetUtcNow()), new Phrase(
            "网关说请求太多（HTTP 429），消息未发出，按它要求的时间暂停",
            "A gateway says that there are too many requests (HTTP 429), nothing was sent; pausing as long as it asks"))
        : OneBotReply.Interpret(new PlatformAnswer(refusal.Status, default), action) is SendResult.Rejected rejected ? rejected
        : _lost.NotConnected(HttpRequestError.ConnectionError);

    private static Phrase NotABridge() => OneBotReply.Bridge.Say(
        "收到的不是{0}的回复，消息可能已送达，请在群里确认；若反复出现，请检查 Url",
        "The answer is not {0}'s and the message may have arrived, look into the group; if it recurs, check Url");

    /// <summary>How a call ended.</summary>
    private sealed record Exchange
    {
        public PlatformAnswer? Answer { get; init; }

        /// <summary>Why the bridge did not take the connection.</summary>
        public OneBotRefusal? Refusal { get; init; }

        /// <summary>Whether any of the call may have gone out.</summary>
        public bool IsSent { get; init; }

        public bool IsTimeout { get; init; }

        public HttpRequestError Error { get; init; }
    }
}
