using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DealBot.EndToEnd.Plugins;

/// <summary>What listens where the sample posts to: takes only what is signed, as its documentation says.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private const string Secret = "put-your-own-0001";

    private readonly WebApplication _app;

    private WebhookReceiver(WebApplication app) => _app = app;

    public ConcurrentQueue<JsonElement> Bodies { get; } = [];

    public string Address => $"{_app.Urls.Single()}/hook";

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(app);
        app.MapPost("/hook", receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var signed = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{request.Headers["X-Timestamp"]}.{body}"));
        if (request.Headers["X-Signature"] != $"sha256={Convert.ToHexStringLower(signed)}")
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        Bodies.Enqueue(JsonElement.Parse(body));
        return Results.Json(new { accepted = true });
    }
}
