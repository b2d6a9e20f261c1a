using System.Collections.Concurrent;
using System.Text;
using DealBot.Simulators.Jd.Catalogue;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace DealBot.Simulators.Jd;

/// <summary>What the simulator answers over HTTP.</summary>
internal sealed class JdEndpoints(
    JdSimulatorOptions options, JdGateway gateway, JdCatalogue catalogue, JdMarket market, JdLinks links, JdFaults faults)
{
    private const string Json = "application/json;charset=utf-8";
    private const string Html = "text/html;charset=utf-8";
    private const string ProxyPage = "<html><head><title>{0}</title></head><body><center><h1>{0}</h1></center></body></html>";

    private readonly ConcurrentDictionary<string, int> _calls = new();
    private readonly ConcurrentDictionary<long, Lazy<byte[]>> _pictures = new();

    public IReadOnlyDictionary<string, int> Calls => _calls.ToDictionary();

    public async Task CallAsync(HttpContext context)
    {
        var parameters = await ReadParametersAsync(context.Request);
        var method = parameters.GetValueOrDefault("method") ?? "";
        _calls.AddOrUpdate(method, 1, (_, count) => count + 1);
        if (faults.Take(JdFault.SlowResponse, method))
            await Task.Delay(faults.SlowBy, context.RequestAborted);

        await TellAsync(options.Answering, method);
        if (!await BreakAsync(context, method))
            await WriteAsync(context, StatusCodes.Status200OK, Json, gateway.Answer(parameters, AddressOf(context)));
        await TellAsync(options.Answered, method);
    }

    public Task OpenShortLinkAsync(HttpContext context) =>
        LandAsync(context, links.FindShort((string)context.Request.RouteValues["code"]!, options.Clock.GetUtcNow()));

    public Task OpenLongLinkAsync(HttpContext context) => LandAsync(context, links.FindLong(context.Request.Query["p"].ToString()));

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

    private static Task TellAsync(Func<string, Task>? observer, string method) => observer?.Invoke(method) ?? Task.CompletedTask;

    private byte[] Draw(JdItem item)
    {
        var svg = JdItemPicture.Draw(item);
        return options.DrawImage?.Invoke(svg) ?? Encoding.UTF8.GetBytes(svg);
    }

    private async Task<bool> BreakAsync(HttpContext context, string method)
    {
        if (faults.Take(JdFault.HttpTooManyRequests, method))
            await WriteAsync(context, StatusCodes.Status429TooManyRequests, Html, "");
        else if (faults.Take(JdFault.HttpBadGateway, method))
            await WriteAsync(context, StatusCodes.Status502BadGateway, Html, ProxyPage.Replace("{0}", "502 Bad Gateway", StringComparison.Ordinal));
        else if (faults.Take(JdFault.HtmlPage, method))
            await WriteAsync(context, StatusCodes.Status200OK, Html, ProxyPage.Replace("{0}", "系统繁忙", StringComparison.Ordinal));
        else
            return false;
        return true;
    }

    // A HEAD request is no visit: nobody has seen the page.
    private async Task LandAsync(HttpContext context, JdLink? link)
    {
        if (link is null)
        {
            await WriteAsync(context, StatusCodes.Status404NotFound, Html, JdLandingPage.Gone);
            return;
        }

        var now = options.Clock.GetUtcNow();
        if (!HttpMethods.IsHead(context.Request.Method))
            context.Response.Headers[JdSimulator.VisitHeader] = links.Visit(link);
        await WriteAsync(
            context, StatusCodes.Status200OK, Html, JdLandingPage.Write(link, market.OfferAt(link.Item, now), now, AddressOf(context)));
    }

    private static async Task<IReadOnlyDictionary<string, string>> ReadParametersAsync(HttpRequest request)
    {
        IEnumerable<KeyValuePair<string, StringValues>> sent = request.Query;
        if (request.HasFormContentType)
            sent = sent.Concat(await request.ReadFormAsync(request.HttpContext.RequestAborted));
        return sent.GroupBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pairs => pairs.Key, pairs => pairs.First().Value[0] ?? "");
    }

    private static Uri AddressOf(HttpContext context) => new($"http://{context.Request.Host}/");

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
