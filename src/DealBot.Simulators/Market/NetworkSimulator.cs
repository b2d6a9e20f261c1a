using System.Net;
using DealBot.Simulators.Shoppers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DealBot.Simulators.Market;

/// <summary>
/// An affiliate network on the loopback interface: what all have alike. The gateway with its protocol is the deriving class's; the pages behind
/// converted links, the pictures of the goods and the books of orders are here. All members are safe to call from many threads.
/// </summary>
public abstract class NetworkSimulator : IAsyncDisposable
{
    /// <summary>Response header of a landing page: the id of the visit, for <see cref="Buy"/>.</summary>
    public const string VisitHeader = "X-Sim-Visit";

    private readonly NetworkSimulatorOptions _options;
    private readonly MarketPages _pages;
    private readonly NetworkGate _gate;
    private readonly WebApplication _application;

    private protected NetworkSimulator(NetworkSimulatorOptions options, MarketTerms terms, MarketCatalogue catalogue, int seed)
    {
        _options = options;
        Catalogue = catalogue;
        Prices = new MarketPrices(seed, Catalogue);
        Links = new MarketLinks(seed);
        Book = new MarketOrderBook(options with { Seed = seed }, terms, Prices, Links, Faults);
        _gate = new NetworkGate(options, Faults);
        _pages = new MarketPages(options, Catalogue, Prices, Links);
        _application = CreateApplication();
    }

    /// <summary>Root of the simulator, with its port and a slash at the end.</summary>
    public Uri BaseAddress { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The open-platform gateway.</summary>
    public abstract Uri Gateway { get; }

    /// <summary>The goods.</summary>
    public MarketCatalogue Catalogue { get; }

    /// <summary>The faults, to be switched while running.</summary>
    public NetworkFaults Faults { get; } = new();

    /// <summary>Every order as the books have it now, in the order of purchase; a late change included.</summary>
    public IReadOnlyList<MarketOrder> Sales => Book.Snapshot();

    /// <summary>How often each API method was called, refused calls included; the empty text counts calls without a method.</summary>
    public IReadOnlyDictionary<string, int> Calls => _gate.Calls;

    private protected MarketPrices Prices { get; }

    private protected MarketLinks Links { get; }

    private protected MarketOrderBook Book { get; }

    /// <summary>Buys through a visit to a landing page.</summary>
    /// <param name="visitId">From <see cref="VisitHeader"/>.</param>
    /// <param name="quantity">Pieces, at least 1. One coupon serves the whole order.</param>
    /// <exception cref="ArgumentException">There was no such visit.</exception>
    /// <exception cref="InvalidOperationException">The item is sold out.</exception>
    public MarketOrder Buy(string visitId, int quantity) =>
        TryBuy(visitId, quantity) ?? throw new InvalidOperationException($"The item of visit {visitId} is sold out.");

    /// <summary>Like <see cref="Buy"/>, but null if the item is sold out.</summary>
    public MarketOrder? TryBuy(string visitId, int quantity)
    {
        ArgumentNullException.ThrowIfNull(visitId);
        return Book.TryBuy(visitId, quantity);
    }

    /// <summary>What the network's app opens for a text that a member has copied; null where no command is in it.</summary>
    public virtual SeenDeal? Open(string text) => null;

    /// <summary>Moves all orders along to the moment of the clock; each order that changes gets this moment as the time of its last change.</summary>
    public void Advance() => Book.Advance();

    /// <summary>What an item costs now; also what it will cost to whoever asks over HTTP.</summary>
    /// <exception cref="ArgumentException">There is no such item.</exception>
    public MarketOffer OfferOf(long skuId) => Prices.OfferAt(
        Catalogue.FindSku(skuId) ?? throw new ArgumentException($"No item {skuId}.", nameof(skuId)), _options.Clock.GetUtcNow());

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A seed of the network's own: its prices and coupons differ from those of others with the same seed.</summary>
    private protected static int SeedOf(string network, NetworkSimulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return (int)(StableRandom.Hash(network, options.Seed) % int.MaxValue);
    }

    /// <summary>Adds the gateway's own paths.</summary>
    private protected abstract void Map(WebApplication application);

    /// <summary>Lets a call meet the faults of the way, counts it, and answers it.</summary>
    /// <param name="context">The call.</param>
    /// <param name="method">The API method; empty if the call names none.</param>
    /// <param name="answer">The body, made only if nothing on the way goes wrong.</param>
    private protected Task ServeAsync(HttpContext context, string method, Func<string> answer) => _gate.ServeAsync(context, method, answer);

    private protected static Uri AddressOf(HttpContext context) => new($"http://{context.Request.Host}/");

    private protected async Task ListenAsync(CancellationToken cancellationToken)
    {
        Map(_application);
        await _application.StartAsync(cancellationToken);
        BaseAddress = new Uri(_application.Urls.Single());
    }

    private WebApplication CreateApplication()
    {
        // The empty builder reads no settings of the program that hosts the simulator, nor watches their folder, and its signals are not meant for it.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore().AddSingleton<IHostLifetime, QuietLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        string[] readers = [HttpMethods.Get, HttpMethods.Head];
        application.MapMethods("/u/{code}", readers, _pages.OpenShortLinkAsync);
        application.MapMethods("/img/{skuId}.jpg", readers, _pages.DrawAsync);
        return application;
    }

    /// <summary>The page behind a long link; null for one that was never given out.</summary>
    private protected Task LandAsync(HttpContext context, string? opaque) =>
        _pages.LandAsync(context, opaque is null ? null : Links.FindLong(opaque));
}
