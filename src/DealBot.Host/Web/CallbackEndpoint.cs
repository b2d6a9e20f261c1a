using System.Buffers;
using DealBot.Contracts;
using DealBot.Core.Bot;
using DealBot.Core.Posting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace DealBot.Host.Web;

/// <summary>
/// <c>/callback/{adapter}/{endpoint}</c>: hands what a platform calls with to its adapter, which alone knows whether the call is genuine.
/// Whoever guesses at addresses sees what every stranger sees.
/// </summary>
public sealed class CallbackEndpoint(PostingScope posting, ChatIntake intake, ILogger<CallbackEndpoint> logger)
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Post];

    /// <summary>A body comes within this, or the caller is told to be quicker.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapMethods("/callback/{adapter}/{endpoint}", Methods, AnswerAsync);

    private async Task AnswerAsync(HttpContext context)
    {
        var (name, endpoint) = ((string?)context.Request.RouteValues["adapter"] ?? "", (string?)context.Request.RouteValues["endpoint"] ?? "");
        if (!posting.Adapters.TryGetValue(name, out var adapter) || adapter is not ICallbackReceiver receiver || !Expects(adapter, receiver, endpoint))
        {
            await StrangerPage.NotFoundAsync(context);
            return;
        }

        var (body, refusal) = await ReadAsync(context);
        if (body is null)
        {
            // The rest of it stays unread, so the connection ends here; who keeps it for the next call has to know.
            context.Response.StatusCode = refusal;
            context.Response.Headers.Connection = "close";
            return;
        }

        await WriteAsync(context, await ReceiveAsync(name, receiver, RequestOf(context.Request, endpoint, body), context.RequestAborted));
    }

    private bool Expects(IMessagingAdapter adapter, ICallbackReceiver receiver, string endpoint) =>
        receiver.Endpoints.Contains(endpoint, StringComparer.Ordinal) && ChatNeed.Is(posting.Configuration.Current, adapter);

    private async Task<CallbackReply> ReceiveAsync(string adapter, ICallbackReceiver receiver, CallbackRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await receiver.ReceiveAsync(request, intake.For(adapter), cancellationToken);
        }
        catch (Exception exception)
        {
            // The supervised edge to adapters. Only the kind: a message may hold what the caller sent. The platform delivers again.
            logger.CallbackFailed(adapter, exception.GetType().Name);
            return new CallbackReply(StatusCodes.Status500InternalServerError);
        }
    }

    /// <summary>The body, or the status that refuses it. What comes in is never held beyond the limit.</summary>
    private static async Task<(byte[]? Body, int Refusal)> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > CallbackRequest.MaxBytes)
        {
            return (null, StatusCodes.Status413PayloadTooLarge);
        }

        // Everywhere else requests have no body worth the name.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = CallbackRequest.MaxBytes + 1;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(Patience);
        var buffer = ArrayPool<byte>.Shared.Rent(CallbackRequest.MaxBytes + 1);
        try
        {
            var length = await context.Request.Body.ReadAtLeastAsync(buffer.AsMemory(0, CallbackRequest.MaxBytes + 1), CallbackRequest.MaxBytes + 1, throwOnEndOfStream: false, patience.Token);
            return length > CallbackRequest.MaxBytes ? (null, StatusCodes.Status413PayloadTooLarge) : (buffer.AsSpan(0, length).ToArray(), 0);
        }
        catch (BadHttpRequestException exception)
        {
            return (null, exception.StatusCode);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return (null, StatusCodes.Status408RequestTimeout);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static CallbackRequest RequestOf(HttpRequest request, string endpoint, byte[] body) => new(
        endpoint,
        request.Method,
        request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.Count > 0 ? pair.Value[0] ?? "" : "", StringComparer.Ordinal),
        request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.Count > 0 ? pair.Value[0] ?? "" : "", StringComparer.OrdinalIgnoreCase),
        body);

    private static async Task WriteAsync(HttpContext context, CallbackReply reply)
    {
        context.Response.StatusCode = reply.Status;
        if (reply.Body is { } body)
        {
            context.Response.ContentType = $"{reply.MediaType}; charset=utf-8";
            await context.Response.WriteAsync(body, context.RequestAborted);
        }
    }
}
