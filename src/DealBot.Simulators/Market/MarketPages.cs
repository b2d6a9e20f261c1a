using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.Market;

/// <summary>What members see: the pages behind links, and the pictures of the goods.</summary>
internal sealed class MarketPages(NetworkSimulatorOptions options, MarketCatalogue catalogue, MarketPrices prices, MarketLinks links)
{
    private readonly ConcurrentDictionary<long, Lazy<byte[]>> _pictures = new();

    public static Uri ImageOf(MarketItem item, Uri address) => new(address, string.Create(CultureInfo.InvariantCulture, $"img/{item.SkuId}.jpg"));

    public Task OpenShortLinkAsync(HttpContext context) =>
        LandAsync(context, links.FindShort((string)context.Request.RouteValues["code"]!, options.Clock.GetUtcNow()));

    // A HEAD request is no visit: nobody has seen the page.
    public async Task LandAsync(HttpContext context, MarketLink? link)
    {
        if (link is null)
        {
            await Answers.HtmlAsync(context, StatusCodes.Status404NotFound, LandingPage.Gone);
            return;
        }

        var now = options.Clock.GetUtcNow();
        if (!HttpMethods.IsHead(context.Request.Method))
            context.Response.Headers[NetworkSimulator.VisitHeader] = links.Visit(link);
        await Answers.HtmlAsync(context, StatusCodes.Status200OK, LandingPage.Write(link, prices.OfferAt(link.Item, now), now));
    }

    public async Task DrawAsync(HttpContext context)
    {
        if (!long.TryParse((string?)context.Request.RouteValues["skuId"], out var skuId) || catalogue.FindSku(skuId) is not { } item)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var picture = _pictures.GetOrAdd(skuId, _ => new Lazy<byte[]>(() => Draw(item))).Value;
        context.Response.ContentType = options.DrawImage is null ? "image/svg+xml" : "image/jpeg";
        context.Response.ContentLength = picture.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(picture, context.RequestAborted);
    }

    private byte[] Draw(MarketItem item)
    {
        var svg = MarketPicture.Draw(item);
        return options.DrawImage?.Invoke(svg) ?? Encoding.UTF8.GetBytes(svg);
    }
}
