using Microsoft.Extensions.Primitives;

namespace DealBot.Host.Web;

/// <summary>Headers that every answer has. That only https is spoken (HSTS) is for the proxy to say, which speaks it.</summary>
internal static class Answers
{
    private static readonly StringValues NoStore = "no-store";
    private static readonly StringValues NoReferrer = "no-referrer";
    private static readonly StringValues NoIndex = "noindex, nofollow";
    private static readonly StringValues NoSniff = "nosniff";

    /// <summary>Nobody keeps it, looks for it, guesses at it, or learns where it came from.</summary>
    public static void Guard(HttpResponse response)
    {
        var headers = response.Headers;
        headers.CacheControl = NoStore;
        headers.XContentTypeOptions = NoSniff;
        headers["Referrer-Policy"] = NoReferrer;
        headers["X-Robots-Tag"] = NoIndex;
    }
}
