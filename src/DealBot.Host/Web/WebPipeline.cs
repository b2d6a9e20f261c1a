using System.Net;
using DealBot.Core.Clicks;
using DealBot.Host.Composition;
using Microsoft.AspNetCore.HttpOverrides;

namespace DealBot.Host.Web;

/// <summary>The web side of the service, put together in one place for the service itself, the rehearsal, tests and benchmarks.</summary>
public static class WebPipeline
{
    /// <summary>Methods that only read.</summary>
    internal static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>
    /// Settings hold until the next start. Whoever waits for them to change watches the whole folder that the service runs in, and is woken by every
    /// write to the database there.
    /// </summary>
    private static readonly WebApplicationOptions ReadOnce = new() { Args = ["--hostBuilder:reloadConfigOnChange=false"] };

    /// <summary>A server on the address of the settings, with every step of the flow registered.</summary>
    public static WebApplicationBuilder CreateBuilder(Foundation foundation)
    {
        var (settings, keys) = (foundation.Settings, foundation.Keys);
        var builder = WebApplication.CreateSlimBuilder(ReadOnce);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(settings.Listen).ConfigureKestrel(options => Limits.Apply(options, settings.Web));
        builder.Services.AddDealBot(foundation);
        builder.Services.AddSingleton(settings.Web);
        builder.Services.AddSingleton(new OwnDevices(keys.Links));
        builder.Services.AddSingleton<AddressThrottle>();
        builder.Services.AddSingleton<PageLanguage>();
        builder.Services.AddSingleton<RedirectEndpoint>();
        builder.Services.AddSingleton<CallbackEndpoint>();
        return builder;
    }

    /// <summary>What a request goes through: whose it is → whether it may → the link, else the other addresses.</summary>
    public static void UseDealBot(this WebApplication app)
    {
        // Only where the header is: the middleware takes its time from every redirect, header or none.
        app.UseWhen(
            static context => context.Request.Headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName),
            forwarded => forwarded.UseForwardedHeaders(Limits.Forwarded(app.Services.GetRequiredService<WebOptions>())));
        app.Use(Admit(app.Services.GetRequiredService<AddressThrottle>()));
        app.Use(app.Services.GetRequiredService<RedirectEndpoint>().InvokeAsync);
        app.UseRouting();
        app.MapHealth();
        app.MapPictures();
        app.Services.GetRequiredService<OwnDevices>().Map(app);
        app.Services.GetRequiredService<CallbackEndpoint>().Map(app);
        app.MapMethods("/{**path}", Methods, StrangerPage.NotFoundAsync);
        app.UseEndpoints(static _ => { });
    }

    private static Func<HttpContext, RequestDelegate, Task> Admit(AddressThrottle throttle) => (context, next) =>
    {
        Answers.Guard(context.Response);
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            // The same phone must be the same visitor whichever socket took its call.
            context.Connection.RemoteIpAddress = address = address.MapToIPv4();
        }

        return throttle.Admits(address) ? next(context) : StrangerPage.TooManyAsync(context);
    };
}
