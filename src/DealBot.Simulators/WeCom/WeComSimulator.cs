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
    private readonly WeComSimulatorOptions _options;
    private readonly CancellationTokenSource _stopping = new();
    private int _calls;

    private WeComSimulator(WebApplication server, WeComSimulatorOptions options) =>
        (_server, _chats, _options) = (server, new WeComChats(options), options);

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
        var key = context.Request.Query["key"].ToString();
        var verdict = fault is { KeepsMessageOut: true } ? null : _chats.Post(key, body);
        var call = new WeComCall(key, _options.Time.GetUtcNow(), body, fault?.GetType().Name, verdict?.Message);
        await TellAsync(_options.Judged, call);
        if (await AnswerAsync(context, fault, verdict))
            await TellAsync(_options.Answered, call);
    }

    private static Task TellAsync(Func<WeComCall, Task>? observer, WeComCall call) => observer?.Invoke(call) ?? Task.CompletedTask;

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return body.ToArray();
    }

    /// <summary>Answers as the fault has it; false if the caller gets no whole answer.</summary>
    private async Task<bool> AnswerAsync(HttpContext context, WeComFault? fault, WeComVerdict? verdict)
    {
        var json = verdict is null ? [] : WeComReplies.Json(verdict.ErrorCode, verdict.WrongJson);
        switch (fault)
        {
            case WeComFault.Code code:
                return await WriteAsync(context, "application/json; charset=UTF-8", WeComReplies.Json(code.ErrorCode));
            case WeComFault.BadGateway:
                context.Response.StatusCode = StatusCodes.Status502BadGateway;
                return await WriteAsync(context, "text/html", "<html><body>502 Bad Gateway</body></html>"u8.ToArray());
            case WeComFault.Html:
                return await WriteAsync(context, "text/html", "<html><body>Please log in</body></html>"u8.ToArray());
            case WeComFault.TruncatedJson:
                await WriteAsync(context, "application/json; charset=UTF-8", json[..(json.Length / 2)]);
                return false;
            case WeComFault.CutAnswer:
                context.Response.ContentLength = json.Length;
                await context.Response.Body.WriteAsync(json.AsMemory(0, json.Length / 2), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                context.Abort();
                return false;
            case WeComFault.AnswerTwice:
                return await WriteAsync(context, "application/json; charset=UTF-8", [.. json, .. json]);
            case WeComFault.TooManyRequests limit:
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = limit.RetryAfter;
                return await WriteAsync(context, "text/plain", "slow down"u8.ToArray());
            case WeComFault.DropBefore or WeComFault.DropAfter:
                context.Abort();
                return false;
            default:
                return await WaitAsync(context, fault) && await WriteAsync(context, "application/json; charset=UTF-8", json);
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
            await Task.Delay(delay, _options.Time, either.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            context.Abort();
            return false;
        }
    }

    private static async Task<bool> WriteAsync(HttpContext context, string contentType, byte[] body)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
        return !context.RequestAborted.IsCancellationRequested;
    }
}
