using System.Security.Cryptography;
using System.Text;
using DealBot.Contracts;

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

    private static readonly Page NotFound = new(
        new("这个链接不存在或已失效", "There is no such link, or no longer"), new("请回到群里点最新的链接", "Please go back to the group for the latest one"));

    private static readonly Page Gone = new(
        new("这个链接已经过期", "This link has expired"), new("优惠有时限，请回到群里看看最新的", "Offers end; please go back to the group for the latest ones"));

    private static readonly Page TooMany = new(
        new("点得太快了", "That was too fast"), new("请稍等几秒再点一次", "Please wait a few seconds and try again"));

    private static readonly Page Unavailable = new(
        new("暂时打不开", "Not available just now"), new("请过一会儿再点一次", "Please try again in a while"));

    private static readonly Page Own = new(
        new("这台设备的点击不再计入统计", "Clicks of this device no longer count"),
        new("要恢复计入，请在地址后面加上 ?off 再打开一次", "To count them again, put ?off behind the address and open it once more"));

    private static readonly Page NotOwn = new(
        new("这台设备的点击恢复计入统计", "Clicks of this device count again"),
        new("要再次排除，请去掉地址后面的 ?off 再打开一次", "To leave them out again, take ?off from the address and open it once more"));

    /// <summary>The page may show its own style and nothing else, and be in no frame.</summary>
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The link is none.</summary>
    public static Task NotFoundAsync(HttpContext context) => AnswerAsync(context, StatusCodes.Status404NotFound, NotFound);

    /// <summary>The link was one, and has expired.</summary>
    public static Task GoneAsync(HttpContext context, Language language) => AnswerAsync(context, StatusCodes.Status410Gone, Gone, language);

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

    private static Task AnswerAsync(HttpContext context, int status, Page page, Language? language = null)
    {
        var html = page.In(language ?? PageLanguage.Of(context.Request));
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = html.Length;
        context.Response.Headers.ContentSecurityPolicy = Policy;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(html).AsTask();
    }

    /// <summary>A page, written once in each language.</summary>
    private sealed class Page(Phrase what, Phrase advice)
    {
        private readonly byte[] _chinese = Write("zh-CN", what.Zh, advice.Zh);
        private readonly byte[] _english = Write("en", what.En, advice.En);

        public byte[] In(Language language) => language == Language.English ? _english : _chinese;

        private static byte[] Write(string tag, string what, string advice) => Encoding.UTF8.GetBytes(
            $"""
            <!doctype html>
            <html lang="{tag}">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{what}</title>
            <style>{Style}</style>
            <main><h1>{what}</h1><p>{advice}</p></main>
            </html>
            """);
    }
}
