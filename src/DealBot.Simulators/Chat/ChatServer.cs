using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DealBot.Simulators.Chat;

/// <summary>
/// A local server of a chat platform: it listens on a free port, counts the calls that post something, and lets them meet the faults that were
/// asked for. What the platform itself does is the deriving class's.
/// </summary>
public abstract class ChatServer(TimeProvider time) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private WebApplication? _server;
    private volatile byte[]? _lastPost;
    private int _calls;

    /// <summary>Root address.</summary>
    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>What shall go wrong with calls that post something.</summary>
    public ChatFaults Faults { get; } = new();

    /// <summary>What shall go wrong with the other calls: tokens, uploads, questions.</summary>
    public ChatFaults OtherFaults { get; } = new();

    /// <summary>Calls that would post something so far, refused ones included.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Body of the last call that would post something; null before the first.</summary>
    public ReadOnlyMemory<byte>? LastPost => _lastPost is { } body ? new ReadOnlyMemory<byte>(body) : default(ReadOnlyMemory<byte>?);

    /// <summary>The simulator's clock.</summary>
    protected TimeProvider Time => time;

    /// <summary>Ends when the simulator is disposed of.</summary>
    protected CancellationToken Stopping => _stopping.Token;

    /// <summary>Stops at once; calls that are waiting for an answer are broken off.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
            return;

        await _stopping.CancelAsync();
        if (_server is not null)
        {
            await _server.StopAsync(new CancellationToken(canceled: true));
            await _server.DisposeAsync();
        }

        _stopping.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts to listen.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="port">Where; 0 for any free port.</param>
    protected async Task ListenAsync(CancellationToken cancellationToken, int port = 0)
    {
        // The empty builder reads no settings and no environment of the process that the simulator runs in.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, Configure));
        Configure(builder);
        _server = builder.Build();
        Extend(_server);
        _server.Run(ServeAsync);
        await _server.StartAsync(cancellationToken);
        BaseAddress = new Uri(_server.Urls.First());
    }

    /// <summary>Adds services that the platform needs, such as WebSockets.</summary>
    protected virtual void Configure(WebApplicationBuilder builder)
    {
    }

    /// <summary>Sets up how it listens, where that differs from plain HTTP/1.1.</summary>
    protected virtual void Configure(ListenOptions listen)
    {
    }

    /// <summary>Adds middleware before everything else.</summary>
    protected virtual void Extend(WebApplication server)
    {
    }

    /// <summary>Whether a call would post something: only those are counted and meet faults.</summary>
    protected abstract bool IsPost(HttpRequest request);

    /// <summary>Handles a call that posts something.</summary>
    protected abstract ChatAnswer Post(ChatRequest request);

    /// <summary>The platform's own refusal with a code.</summary>
    protected abstract ChatAnswer Refuse(int code);

    /// <summary>Handles any other call; null for 404.</summary>
    protected virtual Task<ChatAnswer?> AnswerAsync(ChatRequest request) => Task.FromResult<ChatAnswer?>(null);

    /// <summary>Told of each call that posts, when it has been judged and nothing answered yet; the answer waits for it.</summary>
    /// <param name="request">The call.</param>
    /// <param name="fault">Name of the fault that it suffers; null for none.</param>
    protected virtual Task JudgedAsync(ChatRequest request, string? fault) => Task.CompletedTask;

    /// <summary>Told of each call that posts and whose answer was handed to the network whole.</summary>
    protected virtual Task AnsweredAsync(ChatRequest request, string? fault) => Task.CompletedTask;

    /// <summary>Counts a call that posts something and came another way than as an HTTP request.</summary>
    /// <returns>The fault that it meets; null for none.</returns>
    private protected ChatFault? CountPost(byte[] body)
    {
        Interlocked.Increment(ref _calls);
        _lastPost = body;
        return Faults.Take();
    }

    private async Task ServeAsync(HttpContext context)
    {
        var isPost = IsPost(context.Request);
        if (isPost)
            Interlocked.Increment(ref _calls);

        var request = new ChatRequest(context.Request, await ReadBodyAsync(context.Request));
        await request.ReadFormAsync();
        if (isPost)
        {
            _lastPost = request.Body;
            await PostAsync(context, request);
            return;
        }

        var fault = OtherFaults.Take();
        var answer = fault is { KeepsMessageOut: true } ? null : await AnswerAsync(request);
        if (fault is { KeepsMessageOut: true } || answer is not null)
            await AnswerAsync(context, fault, answer);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private async Task PostAsync(HttpContext context, ChatRequest request)
    {
        var fault = Faults.Take();
        var answer = fault is { KeepsMessageOut: true } ? null : Post(request);
        await JudgedAsync(request, fault?.GetType().Name);
        if (await AnswerAsync(context, fault, answer))
            await AnsweredAsync(request, fault?.GetType().Name);
    }

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return body.ToArray();
    }

    /// <summary>Answers as the fault has it; false if the caller gets no whole answer.</summary>
    private async Task<bool> AnswerAsync(HttpContext context, ChatFault? fault, ChatAnswer? answer)
    {
        var body = answer?.Body ?? [];
        switch (fault)
        {
            case ChatFault.Code code:
                return await WriteAsync(context, Refuse(code.ErrorCode));
            case ChatFault.BadGateway:
                return await WriteAsync(context, new ChatAnswer("<html><body>502 Bad Gateway</body></html>"u8.ToArray(), StatusCodes.Status502BadGateway, "text/html"));
            case ChatFault.Html:
                return await WriteAsync(context, new ChatAnswer("<html><body>Please log in</body></html>"u8.ToArray(), MediaType: "text/html"));
            case ChatFault.TruncatedJson:
                await WriteAsync(context, answer! with { Body = body[..(body.Length / 2)] });
                return false;
            case ChatFault.CutAnswer:
                context.Response.ContentLength = body.Length;
                await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                context.Abort();
                return false;
            case ChatFault.AnswerTwice:
                return await WriteAsync(context, answer! with { Body = [.. body, .. body] });
            case ChatFault.TooManyRequests limit:
                context.Response.Headers.RetryAfter = limit.RetryAfter;
                return await WriteAsync(context, new ChatAnswer("slow down"u8.ToArray(), StatusCodes.Status429TooManyRequests, "text/plain"));
            case ChatFault.DropBefore or ChatFault.DropAfter:
                context.Abort();
                return false;
            default:
                return await WaitAsync(context, fault) && await WriteAsync(context, answer!);
        }
    }

    /// <summary>Waits as the fault asks; false if the caller or the simulator gave up meanwhile.</summary>
    private async Task<bool> WaitAsync(HttpContext context, ChatFault? fault)
    {
        var delay = fault switch
        {
            ChatFault.Slow slow => slow.Delay,
            ChatFault.NeverAnswer => Timeout.InfiniteTimeSpan,
            _ => TimeSpan.Zero,
        };
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        try
        {
            await Task.Delay(delay, time, either.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            context.Abort();
            return false;
        }
    }

    private static async Task<bool> WriteAsync(HttpContext context, ChatAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.MediaType;
        context.Response.ContentLength = answer.Body.Length;
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers[name] = value;
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
        foreach (var (name, value) in answer.Trailers)
            context.Response.AppendTrailer(name, value);
        return !context.RequestAborted.IsCancellationRequested;
    }
}
