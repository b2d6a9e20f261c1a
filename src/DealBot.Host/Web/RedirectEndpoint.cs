using System.Data.Common;
using DealBot.Core.Clicks;

namespace DealBot.Host.Web;

/// <summary>
/// <c>GET /g/{code}</c>: sends a member on to the stored tracking link, and nowhere else: no part of the request chooses the target.
/// The answer waits until the click is on the disk; a click that can't be kept is counted as lost and the member is sent on all the same.
/// </summary>
public static class RedirectEndpoint
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapRedirect(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/g/{code}", Methods, FollowAsync);
        endpoints.MapMethods("/{**path}", Methods, StrangerPage.NotFoundAsync);
    }

    private static async Task FollowAsync(HttpContext context, string code, LinkDirectory links, ClickRecorder recorder, VisitorIds visitors, TimeProvider time)
    {
        TrackedLink? link;
        try
        {
            link = await links.FindAsync(code, context.RequestAborted);
        }
        catch (DbException)
        {
            // Links in use are in memory; one that is not can't be found while the database is out of reach.
            await StrangerPage.UnavailableAsync(context);
            return;
        }

        if (link is null)
        {
            await StrangerPage.NotFoundAsync(context);
            return;
        }

        var userAgent = context.Request.Headers.UserAgent.ToString();
        var visitor = visitors.For(context.Connection.RemoteIpAddress?.ToString() ?? "", userAgent);
        await recorder.RecordAsync(new Click(code, link.GroupId, time.GetUtcNow(), ClickClassifier.Classify(context.Request.Method, userAgent), visitor));

        var response = context.Response;
        response.StatusCode = StatusCodes.Status302Found;
        response.Headers.Location = link.Target.AbsoluteUri;
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex";
    }
}
