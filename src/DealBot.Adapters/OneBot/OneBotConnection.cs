using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text.Json;
using DealBot.Adapters.Wire;

namespace DealBot.Adapters.OneBot;

/// <summary>One WebSocket to a bridge. No exception that leaves here holds the token, which goes in a header.</summary>
internal sealed class OneBotConnection(OneBotBot bot) : IDisposable
{
    private const int FrameBytes = 1024 * 1024;

    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[16 * 1024];

    /// <summary>Connects; what the bridge answered if it does not want to.</summary>
    public async Task<OneBotRefusal?> OpenAsync(CancellationToken cancellationToken)
    {
        _socket.Options.CollectHttpResponseDetails = true;
        _socket.Options.KeepAliveInterval = Ping;
        _socket.Options.KeepAliveTimeout = Ping;
        // A proxy that is set up for the web can't reach this machine, and has no business with the token.
        if (bot.Url!.IsLoopback)
            _socket.Options.Proxy = null;
        if (bot.AccessToken.Length > 0)
            _socket.Options.SetRequestHeader("Authorization", $"Bearer {bot.AccessToken}");

        try
        {
            await _socket.ConnectAsync(bot.Url!, cancellationToken);
            return null;
        }
        catch (WebSocketException) when (_socket.HttpStatusCode is not (0 or HttpStatusCode.SwitchingProtocols))
        {
            return new OneBotRefusal(_socket.HttpStatusCode, RetryAfter());
        }
    }

    public Task WriteAsync(byte[] frame, CancellationToken cancellationToken) =>
        _socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    /// <summary>The next frame; null if the bridge has closed the connection.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="IOException">It is longer than any frame of a bridge.</exception>
    public async Task<JsonElement?> ReadAsync(CancellationToken cancellationToken)
    {
        using var frame = new MemoryStream();
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            if (frame.Length + part.Count > FrameBytes)
                throw new IOException("The frame is too long.");

            frame.Write(_buffer, 0, part.Count);
            if (part.EndOfMessage)
                return Parse(frame);
        }
    }

    // No farewell: who waits for the other side's could wait forever.
    public void Dispose() => _socket.Dispose();

    private static JsonElement Parse(MemoryStream frame) =>
        PlatformJson.Parse(frame.GetBuffer().AsMemory(0, (int)frame.Length)) ?? throw new JsonException("The frame is no JSON.");

    private RetryConditionHeaderValue? RetryAfter() =>
        _socket.HttpResponseHeaders?.TryGetValue("Retry-After", out var values) == true && RetryConditionHeaderValue.TryParse(values.FirstOrDefault(), out var value)
            ? value
            : null;
}
