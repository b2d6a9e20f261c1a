using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.WeCom;

/// <summary>
/// A local server that speaks WeCom's group robot webhook: HTTP 200 to everything, the outcome in <c>errcode</c>. It knows
/// text, markdown, image and news; files, voice and cards are refused as an unknown type.
/// </summary>
public sealed class WeComSimulator : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly WeComChats _chats;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stopping = new();
    private int _calls;

    private WeComSimulator(WebApplication server, WeComSimulatorOptions options) =>
        (_server, _chats, _time) = (server, new WeComChats(options), options.Time);

    /// <summary>Root address, for the adapter's <c>BaseUrl</c>.</summary>
    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>What shall go wrong.</summary>
    public WeComFaults Faults { get; } = new();

    /// <summary>Messages that were accepted, oldest first; a copy.</summary>
    public IReadOnlyList<WeComReceived> Received => _chats.Received;

    /// <summary>Calls of the webhook so far, refused ones included.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Starts a simulator on a free port of this machine.</summary>
    public static async Task<WeComSimulator> StartAsync(WeComSimulatorOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);

        // The empty builder reads no settings and no environment of the process that the simulator runs in.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        var simulator = new WeComSimulator(server, options);
        server.Run(simulator.HandleAsync);
        await server.StartAsync(cancellationToken);
        simulator.BaseAddress = new Uri(server.Urls.First());
        return simulator;
    }

    /// <summary>Waits until at least so many messages were accepted.</summary>
    public Task WaitForAsync(int messages, CancellationToken cancellationToken) => _chats.WaitForAsync(messages, cancellationToken);

    /// <summary>Stops at once; calls that are waiting for an answer are broken off.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
            return;

        await _stopping.CancelAsync();
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Method != "POST" || context.Request.Path != "/cgi-bin/webhook/send")
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        Interlocked.Increment(ref _calls);
        var body = await ReadBodyAsync(context.Request);
        var fault = Faults.Take();
        var verdict = fault is { KeepsMessageOut: true } ? null : _chats.Post(context.Request.Query["key"].ToString(), body);
        await AnswerAsync(context, fault, verdict);
    }

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return body.ToArray();
    }

    private async Task AnswerAsync(HttpContext context, WeComFault? fault, WeComVerdict? verdict)
    {
        var json = verdict is null ? [] : WeComReplies.Json(verdict.ErrorCode, verdict.WrongJson);
        switch (fault)
        {
            case WeComFault.Code code:
                await WriteAsync(context, "application/json; charset=UTF-8", WeComReplies.Json(code.ErrorCode));
                break;
            case WeComFault.BadGateway:
                context.Response.StatusCode = StatusCodes.Status502BadGateway;
                await WriteAsync(context, "text/html", "<html><body>502 Bad Gateway</body></html>"u8.ToArray());
                break;
            case WeComFault.Html:
                await WriteAsync(context, "text/html", "<html><body>Please log in</body></html>"u8.ToArray());
                break;
            case WeComFault.TruncatedJson:
                await WriteAsync(context, "application/json; charset=UTF-8", json[..(json.Length / 2)]);
                break;
            case WeComFault.CutAnswer:
                context.Response.ContentLength = json.Length;
                await context.Response.Body.WriteAsync(json.AsMemory(0, json.Length / 2), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                context.Abort();
                break;
            case WeComFault.AnswerTwice:
                await WriteAsync(context, "application/json; charset=UTF-8", [.. json, .. json]);
                break;
            case WeComFault.TooManyRequests limit:
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = limit.RetryAfter;
                await WriteAsync(context, "text/plain", "slow down"u8.ToArray());
                break;
            case WeComFault.DropBefore or WeComFault.DropAfter:
                context.Abort();
                break;
            default:
                if (await WaitAsync(context, fault))
                    await WriteAsync(context, "application/json; charset=UTF-8", json);
                break;
        }
    }

    /// <summary>Waits as the fault asks; false if the caller or the simulator gave up meanwhile.</summary>
    private async Task<bool> WaitAsync(HttpContext context, WeComFault? fault)
    {
        var delay = fault switch
        {
            WeComFault.Slow slow => slow.Delay,
            WeComFault.NeverAnswer => Timeout.InfiniteTimeSpan,
            _ => TimeSpan.Zero,
        };
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        try
        {
            await Task.Delay(delay, _time, either.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            context.Abort();
            return false;
        }
    }

    private static async Task WriteAsync(HttpContext context, string contentType, byte[] body)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
