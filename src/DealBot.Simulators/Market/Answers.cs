using System.Text;
using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.Market;

/// <summary>Writes what a simulated network answers.</summary>
internal static class Answers
{
    public static Task JsonAsync(HttpContext context, string body) => WriteAsync(context, StatusCodes.Status200OK, "application/json;charset=utf-8", body);

    public static Task HtmlAsync(HttpContext context, int status, string body) => WriteAsync(context, status, "text/html;charset=utf-8", body);

    private static async Task WriteAsync(HttpContext context, int status, string contentType, string body)
    {
        var octets = Encoding.UTF8.GetBytes(body);
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = octets.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(octets, context.RequestAborted);
    }
}
