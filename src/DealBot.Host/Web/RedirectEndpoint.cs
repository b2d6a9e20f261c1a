using System.Data.Common;
using System.Net;
using DealBot.Core.Clicks;
using Microsoft.Extensions.Primitives;

namespace DealBot.Host.Web;

/// <summary>
/// <c>GET /g/{code}</c>: sends a member on to the stored tracking link, and nowhere else: no part of the request chooses the target. Who comes from
/// a chat that blocks the target gets a page with the command to copy.
/// The answer waits until the click is on the disk; a click that can't be kept is counted as lost and the member is sent on all the same.
/// </summary>
public sealed class RedirectEndpoint(LinkDirectory links, ClickIntake intake, OwnDevices own, PageLanguage language, ClickOptions options, TimeProvider time)
{
    private const string Prefix = "/g/";

    private static readonly string[] PurposeHeaders = ["Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"];

    /// <summary>Answers requests for links; all others go on.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value;
        return path is { Length: > 3 } && path.StartsWith(Prefix, StringComparison.Ordinal) && IsRead(context.Request.Method)
            ? FollowAsync(context, path[Prefix.Length..].TrimEnd('/'))
            : next(context);
    }

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    private async Task FollowAsync(HttpContext context, string code)
    {
        TrackedLink? link;
        try
        {
            link = await links.FindAsync(code, context.RequestAborted);
        }
        catch (Exception exception) when (exception is DbException or TimeoutException)
        {
            // Links in use are in memory; one that is not can't be found while the database is out of reach.
            await StrangerPage.UnavailableAsync(context);
            return;
        }

        var now = time.GetUtcNow();
        if (link is null)
        {
            await StrangerPage.NotFoundAsync(context);
        }
        else if (!link.IsValid(now, options.LinkDays))
        {
            await StrangerPage.GoneAsync(context, language.Of(link, context.Request));
        }
        else
        {
            await intake.TakeAsync(link, Read(context), now);
            if (link.Command is { } command && CommandPage.IsNeeded(context.Request))
            {
                await CommandPage.AnswerAsync(context, command, link.Deal.Network, language.Of(link, context.Request));
                return;
            }

            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = link.Target.AbsoluteUri;
        }
    }

    private ClickRequest Read(HttpContext context)
    {
        var request = context.Request;
        return new ClickRequest(request.Method, request.Headers.UserAgent.ToString(), Purpose(request.Headers), AddressOf(context), own.Has(request));
    }

    private static IPAddress AddressOf(HttpContext context) => context.Connection.RemoteIpAddress ?? IPAddress.None;

    private static string? Purpose(IHeaderDictionary headers)
    {
        foreach (var name in PurposeHeaders)
        {
            if (headers.TryGetValue(name, out var value) && !StringValues.IsNullOrEmpty(value))
            {
                return value.ToString();
            }
        }

        return null;
    }
}
