using System.Text;

namespace DealBot.Host.Web;

/// <summary>What someone sees who can't be sent on.</summary>
internal static class StrangerPage
{
    private static readonly byte[] NotFound = Write("这个链接不存在或已失效", "请回到群里点最新的链接");

    private static readonly byte[] Unavailable = Write("暂时打不开", "请过一会儿再点一次");

    /// <summary>The link is none.</summary>
    public static Task NotFoundAsync(HttpContext context) => AnswerAsync(context, StatusCodes.Status404NotFound, NotFound);

    /// <summary>Links can't be looked up just now.</summary>
    public static Task UnavailableAsync(HttpContext context) => AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, Unavailable);

    private static Task AnswerAsync(HttpContext context, int status, byte[] page)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(page).AsTask();
    }

    private static byte[] Write(string what, string advice) => Encoding.UTF8.GetBytes(
        $$"""
        <!doctype html>
        <html lang="zh-CN">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{what}}</title>
        <style>
          body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 16px/1.7 system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif; color: #333; background: #f6f6f6 }
          main { padding: 2rem; text-align: center }
          h1 { margin: 0 0 .5rem; font-size: 1.3rem }
          p { margin: 0; color: #777 }
        </style>
        <main><h1>{{what}}</h1><p>{{advice}}</p></main>
        </html>
        """);
}
