using System.Security.Cryptography;
using System.Text;

namespace DealBot.Host.Web;

/// <summary>What someone sees who can't be sent on.</summary>
internal static class StrangerPage
{
    private const string Style =
        """
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 16px/1.7 system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif; color: #333; background: #f6f6f6 }
        main { padding: 2rem; text-align: center }
        h1 { margin: 0 0 .5rem; font-size: 1.3rem }
        p { margin: 0; color: #777 }
        """;

    private static readonly byte[] NotFound = Write("这个链接不存在或已失效", "请回到群里点最新的链接");

    private static readonly byte[] Gone = Write("这个链接已经过期", "优惠有时限，请回到群里看看最新的");

    private static readonly byte[] TooMany = Write("点得太快了", "请稍等几秒再点一次");

    private static readonly byte[] Unavailable = Write("暂时打不开", "请过一会儿再点一次");

    private static readonly byte[] Own = Write("这台设备的点击不再计入统计", "要恢复计入，请在地址后面加上 ?off 再打开一次");

    private static readonly byte[] NotOwn = Write("这台设备的点击恢复计入统计", "要再次排除，请去掉地址后面的 ?off 再打开一次");

    /// <summary>The page may show its own style and nothing else, and be in no frame.</summary>
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The link is none.</summary>
    public static Task NotFoundAsync(HttpContext context) => AnswerAsync(context, StatusCodes.Status404NotFound, NotFound);

    /// <summary>The link was one, and has expired.</summary>
    public static Task GoneAsync(HttpContext context) => AnswerAsync(context, StatusCodes.Status410Gone, Gone);

    /// <summary>The address asks for too much.</summary>
    public static Task TooManyAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "5";
        return AnswerAsync(context, StatusCodes.Status429TooManyRequests, TooMany);
    }

    /// <summary>Links can't be looked up just now.</summary>
    public static Task UnavailableAsync(HttpContext context) => AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, Unavailable);

    /// <summary>The device is the owner's from now on, or no longer.</summary>
    public static Task OwnDeviceAsync(HttpContext context, bool isOwn) => AnswerAsync(context, StatusCodes.Status200OK, isOwn ? Own : NotOwn);

    private static Task AnswerAsync(HttpContext context, int status, byte[] page)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        context.Response.Headers.ContentSecurityPolicy = Policy;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(page).AsTask();
    }

    private static byte[] Write(string what, string advice) => Encoding.UTF8.GetBytes(
        $"""
        <!doctype html>
        <html lang="zh-CN">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{what}</title>
        <style>{Style}</style>
        <main><h1>{what}</h1><p>{advice}</p></main>
        </html>
        """);
}
