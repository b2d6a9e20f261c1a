using System.Net;
using DealBot.Adapters.Wire;
using DealBot.Contracts;
using Microsoft.Extensions.Logging;

namespace DealBot.Adapters.OneBot;

/// <summary>Hears the events of the bridges that are reached by WebSocket.</summary>
internal sealed class OneBotListener(OneBotOptions options, OneBotEvents reader, TimeProvider time, ILogger logger)
{
    /// <summary>So many heartbeats may be missed before the connection counts as dead.</summary>
    private const int Heartbeats = 3;

    private readonly Listening _listening = new("onebot", time, logger);

    public Task ListenAsync(IChatEvents events, CancellationToken cancellationToken) => _listening.RunAsync(
        options.Bots.Where(bot => OneBotAdapter.IsSocket(bot.Value)).ToDictionary(
            bot => bot.Key,
            Listening.Connection (bot) => (heard, token) => ListenAsync(bot.Key, bot.Value, events, heard, token)),
        cancellationToken);

    private async Task ListenAsync(string name, OneBotBot bot, IChatEvents events, Action heard, CancellationToken cancellationToken)
    {
        using var connection = new OneBotConnection(bot);
        if (await OpenAsync(connection, cancellationToken) is { } refusal)
            throw RefusedBy(refusal);

        var silence = Timeout.InfiniteTimeSpan;
        while (await ReadAsync(connection, silence, cancellationToken) is { } answer)
        {
            if (OneBotSocket.IsRefusedAtTheDoor(answer))
                throw BadToken();

            heard();
            silence = HeartbeatOf(answer) ?? silence;
            if (reader.Read(name, answer.Json) is { } chatEvent)
                await events.TakeAsync(chatEvent, cancellationToken);
        }
    }

    /// <summary>A bridge that hangs takes the connection and says nothing; without a limit, by the real clock, nobody would ever hear again.</summary>
    private async Task<OneBotRefusal?> OpenAsync(OneBotConnection connection, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        return await connection.OpenAsync(either.Token);
    }

    private async Task<PlatformAnswer?> ReadAsync(OneBotConnection connection, TimeSpan silence, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(silence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        return await connection.ReadAsync(either.Token) is { } frame ? new PlatformAnswer(HttpStatusCode.OK, frame) : null;
    }

    /// <summary>How long the bridge may be silent, if this event tells how often its heart beats.</summary>
    private static TimeSpan? HeartbeatOf(PlatformAnswer answer) =>
        answer.Text("meta_event_type") == "heartbeat" && answer.Number("interval") is > 0 and < 3_600_000 and var milliseconds
            ? TimeSpan.FromMilliseconds(milliseconds * Heartbeats)
            : null;

    private static Exception RefusedBy(OneBotRefusal refusal) => refusal.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        ? BadToken()
        : refusal.Status is HttpStatusCode.NotFound or HttpStatusCode.OK
        ? new ChatListenerException(
            new Phrase("Url 不是 OneBot 的 WebSocket 地址", "Url is not the address of a bridge's WebSocket server"), nameof(OneBotBot.Url))
        : new HttpRequestException($"The bridge refused the WebSocket with HTTP {(int)refusal.Status}.");

    private static ChatListenerException BadToken() => new(
        new Phrase("OneBot 不接受这个令牌，请检查 AccessToken", "The bridge does not accept the token; check AccessToken"), nameof(OneBotBot.AccessToken));
}
