using System.Net;
using System.Security.Cryptography;
using System.Text;
using DealBot.Host.Health;
using DealBot.Host.Settings;

namespace DealBot.Host.Web;

/// <summary>
/// <c>/healthz</c>: the process answers. <c>/readyz</c>: it can do its work; 503 if it can't. What is wrong, with names of accounts, is told
/// only on this machine and to who has the token.
/// </summary>
public static class HealthEndpoints
{
    private const string Bearer = "Bearer ";

    /// <summary>What proxies add: a request that carries one comes from elsewhere, whatever address it seems to come from.</summary>
    private static readonly string[] SignsOfAProxy = ["X-Forwarded-For", "X-Original-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via"];

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/healthz", () => Results.Json(new { status = "ok" }));
        endpoints.MapGet("/readyz", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(HttpContext context, HealthCheck check, HostSettings settings, CancellationToken cancellationToken)
    {
        var report = await check.RunAsync(cancellationToken);
        var code = report.Status == "ok" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return IsLocal(context) || HasToken(context, settings.Telemetry.HealthToken)
            ? Results.Json(report, statusCode: code)
            : Results.Json(new { report.Status }, statusCode: code);
    }

    private static bool IsLocal(HttpContext context)
    {
        var (remote, local) = (context.Connection.RemoteIpAddress, context.Connection.LocalIpAddress);
        return remote is not null
            && (IPAddress.IsLoopback(remote) || remote.Equals(local))
            && !SignsOfAProxy.Any(context.Request.Headers.ContainsKey);
    }

    private static bool HasToken(HttpContext context, string? token)
    {
        var given = context.Request.Headers.Authorization.ToString();
        return !string.IsNullOrEmpty(token)
            && given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given[Bearer.Length..]), Encoding.UTF8.GetBytes(token));
    }
}
