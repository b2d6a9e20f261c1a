using System.Text;

namespace DealBot.Host.Web;

/// <summary>What someone sees who followed a link that is none.</summary>
internal static class NotFoundPage
{
    private static readonly byte[] Html = Encoding.UTF8.GetBytes(
        """
        <!doctype html>
        <html lang="zh-CN">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>链接不存在</title>
        <style>
          body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 16px/1.7 system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif; color: #333; background: #f6f6f6 }
          main { padding: 2rem; text-align: center }
          h1 { margin: 0 0 .5rem; font-size: 1.3rem }
          p { margin: 0; color: #777 }
        </style>
        <main><h1>这个链接不存在或已失效</h1><p>请回到群里点最新的链接</p></main>
        </html>
        """);

    public static Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = Html.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(Html).AsTask();
    }
}
