using DealBot.Core.Posting;
using DealBot.Imaging.Images;
using Microsoft.Net.Http.Headers;

namespace DealBot.Host.Web;

/// <summary>
/// <c>GET /p/{code}/{folder}/{file}</c>: a picture of a post, for platforms that fetch pictures. Nothing tells a picture that is gone from one
/// that never was, or from a code that is none.
/// </summary>
internal static class PictureEndpoint
{
    /// <summary>A picture does not change once its post is sent: whoever scrolls back within the week need not ask again.</summary>
    private const string CacheControl = "public, max-age=604800";

    /// <summary>Type and size of the pictures that DealBot draws are within their first few hundred bytes.</summary>
    private const int HeaderBytes = 4096;

    public static void MapPictures(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods($"{PictureLinks.Path}{{code}}/{{**name}}", WebPipeline.Methods, AnswerAsync);

    private static async Task AnswerAsync(HttpContext context)
    {
        var (code, name) = (TextOf(context, "code"), TextOf(context, "name"));
        var services = context.RequestServices;
        await using var file = services.GetRequiredService<PictureLinks>().Opens(code, name) ? services.GetRequiredService<PictureFiles>().Find(name) : null;
        if (file is null || await MediaTypeOfAsync(file, context.RequestAborted) is not { } mediaType)
        {
            await StrangerPage.NotFoundAsync(context);
            return;
        }

        context.Response.Headers.CacheControl = CacheControl;
        var written = File.GetLastWriteTimeUtc(file.SafeFileHandle);
        var tag = new EntityTagHeaderValue($"\"{written.Ticks:x}\"");
        await TypedResults.Stream(file, mediaType, lastModified: written, entityTag: tag).ExecuteAsync(context);
    }

    private static string TextOf(HttpContext context, string part) => (string?)context.Request.RouteValues[part] ?? "";

    /// <summary>Told by the content, since browsers are told not to look at it themselves.</summary>
    private static async Task<string?> MediaTypeOfAsync(FileStream file, CancellationToken cancellationToken)
    {
        var header = new byte[HeaderBytes];
        var length = await file.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellationToken);
        file.Position = 0;
        return ImageProbe.Read(header.AsSpan(0, length))?.MediaType;
    }
}
