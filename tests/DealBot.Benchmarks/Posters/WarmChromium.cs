using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;

namespace DealBot.Benchmarks.Posters;

/// <summary>Headless Chromium kept open, told over its DevTools protocol to load the poster and to hand over a JPEG.</summary>
internal sealed class WarmChromium : IAsyncDisposable
{
    private const string Announcement = "DevTools listening on ";

    private readonly Process _browser;
    private readonly ClientWebSocket _socket = new();
    private string? _session;
    private int _calls;

    private WarmChromium(Process browser) => _browser = browser;

    public static async Task<WarmChromium> StartAsync(ScratchFolder folder)
    {
        var browser = Process.Start(Chromium.Start([.. Chromium.Options(folder.Path("warm")), "--remote-debugging-port=0", "about:blank"]))!;
        var warm = new WarmChromium(browser);
        string? line;
        do
            line = await browser.StandardError.ReadLineAsync();
        while (line?.StartsWith(Announcement, StringComparison.Ordinal) == false);
        _ = browser.StandardError.BaseStream.CopyToAsync(Stream.Null);
        await warm._socket.ConnectAsync(new Uri(line![Announcement.Length..]), CancellationToken.None);
        var target = await warm.CallAsync("Target.createTarget", new { url = "about:blank" });
        var attached = await warm.CallAsync("Target.attachToTarget", new { targetId = target.GetProperty("targetId").GetString(), flatten = true });
        warm._session = attached.GetProperty("sessionId").GetString();
        await warm.CallAsync("Page.enable", new { });
        return warm;
    }

    /// <summary>Screenshots a second.</summary>
    public async Task<double> RateAsync(string svgFile, int count)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            await CallAsync("Page.navigate", new { url = $"file://{svgFile}" });
            await EventAsync("Page.loadEventFired");
            await CallAsync("Page.captureScreenshot", new { format = "jpeg", quality = 88 });
        }

        return count / watch.Elapsed.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        _session = null;
        await CallAsync("Browser.close", new { });
        await _browser.WaitForExitAsync();
        _socket.Dispose();
        _browser.Dispose();
    }

    private readonly HashSet<string> _seen = [];

    private async Task<JsonElement> CallAsync(string method, object parameters)
    {
        var id = ++_calls;
        _seen.Clear();
        var message = _session is null ? (object)new { id, method, @params = parameters } : new { id, method, @params = parameters, sessionId = _session };
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        while (true)
        {
            var answer = await ReceiveAsync();
            if (answer.TryGetProperty("id", out var of) && of.GetInt32() == id)
                return answer.TryGetProperty("result", out var result) ? result : throw new InvalidOperationException($"{method}: {answer}");
        }
    }

    private async Task EventAsync(string method)
    {
        while (!_seen.Contains(method))
            await ReceiveAsync();
    }

    private async Task<JsonElement> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        var answer = JsonSerializer.Deserialize<JsonElement>(message.ToArray());
        if (answer.TryGetProperty("method", out var method))
            _seen.Add(method.GetString()!);
        return answer;
    }
}
