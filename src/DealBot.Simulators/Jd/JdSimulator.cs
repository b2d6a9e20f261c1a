using System.Net;
using System.Text.Json.Nodes;
using DealBot.Simulators.Jd.Catalogue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DealBot.Simulators.Jd;

/// <summary>
/// A JD Union (京东联盟) on the loopback interface: the open-platform gateway, the pages behind converted links, the pictures of the
/// goods, and the books of orders. All members are safe to call from many threads.
/// </summary>
public sealed class JdSimulator : IAsyncDisposable
{
    /// <summary>Response header of a landing page: the id of the visit, for <see cref="Buy"/>.</summary>
    public const string VisitHeader = "X-Sim-Visit";

    private readonly WebApplication _application;
    private readonly JdEndpoints _endpoints;
    private readonly JdOrderBook _book;
    private readonly JdMarket _market;
    private readonly JdSimulatorOptions _options;

    private JdSimulator(JdSimulatorOptions options)
    {
        _options = options;
        Catalogue = JdCatalogue.Build();
        _market = new JdMarket(options.Seed, Catalogue);
        var links = new JdLinks(options.Seed);
        _book = new JdOrderBook(options, _market, links, Faults);
        var gateway = new JdGateway(options, Methods(links), Faults);
        _endpoints = new JdEndpoints(options, gateway, Catalogue, _market, links, Faults);
        _application = CreateApplication(_endpoints);
        BaseAddress = new Uri("http://127.0.0.1/");
    }

    /// <summary>Root of the simulator, with its port and a slash at the end.</summary>
    public Uri BaseAddress { get; private set; }

    /// <summary>The open-platform gateway.</summary>
    public Uri Gateway => new(BaseAddress, "routerjson");

    /// <summary>The goods.</summary>
    public JdCatalogue Catalogue { get; }

    /// <summary>The faults, to be switched while running.</summary>
    public JdFaults Faults { get; } = new();

    /// <summary>Every order as the books have it now, in the order of purchase; a late change included.</summary>
    public IReadOnlyList<JdOrder> Orders => _book.Snapshot();

    /// <summary>How often each API method was called, refused calls included; the empty text counts calls without a method.</summary>
    public IReadOnlyDictionary<string, int> Calls => _endpoints.Calls;

    /// <summary>Starts the simulator on a free port of the loopback interface.</summary>
    /// <param name="options">How it behaves.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async Task<JdSimulator> StartAsync(JdSimulatorOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new JdSimulator(options);
        await simulator._application.StartAsync(cancellationToken);
        simulator.BaseAddress = new Uri(simulator._application.Urls.Single());
        return simulator;
    }

    /// <summary>Buys through a visit to a landing page.</summary>
    /// <param name="visitId">From <see cref="VisitHeader"/>.</param>
    /// <param name="quantity">Pieces, at least 1. One coupon serves the whole order.</param>
    /// <exception cref="ArgumentException">There was no such visit.</exception>
    /// <exception cref="InvalidOperationException">The item is sold out.</exception>
    public JdOrder Buy(string visitId, int quantity) =>
        TryBuy(visitId, quantity) ?? throw new InvalidOperationException($"The item of visit {visitId} is sold out.");

    /// <summary>Like <see cref="Buy"/>, but null if the item is sold out.</summary>
    public JdOrder? TryBuy(string visitId, int quantity)
    {
        ArgumentNullException.ThrowIfNull(visitId);
        return _book.TryBuy(visitId, quantity);
    }

    /// <summary>Moves all orders along to the moment of the clock; each order that changes gets this moment as its modifyTime.</summary>
    public void Advance() => _book.Advance();

    /// <summary>What an item costs now; also what it will cost to whoever asks over HTTP.</summary>
    /// <exception cref="ArgumentException">There is no such item.</exception>
    public JdOffer OfferOf(long skuId) => _market.OfferAt(
        Catalogue.FindSku(skuId) ?? throw new ArgumentException($"No item {skuId}.", nameof(skuId)), _options.Clock.GetUtcNow());

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private Dictionary<string, Func<JdCall, JsonObject>> Methods(JdLinks links)
    {
        var materials = new JdMaterials(Catalogue, links);
        var goods = new JdGoodsMethods(_options.Seed, Catalogue, _market, materials, Faults);
        var promotion = new JdPromotionMethods(materials, _market, links, Faults);
        var orders = new JdOrderMethods(Catalogue, _book, Faults);
        return new()
        {
            ["jd.union.open.goods.jingfen.query"] = goods.QueryChannel,
            ["jd.union.open.goods.query"] = goods.Query,
            ["jd.union.open.promotion.common.get"] = promotion.Common,
            ["jd.union.open.promotion.bysubunionid.get"] = promotion.BySubUnionId,
            ["jd.union.open.order.row.query"] = orders.QueryRows,
        };
    }

    private static WebApplication CreateApplication(JdEndpoints endpoints)
    {
        var builder = WebApplication.CreateSlimBuilder();

        // The program that hosts the simulator has settings and signals of its own; none of them are meant for it.
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        string[] readers = [HttpMethods.Get, HttpMethods.Head];
        application.MapMethods("/routerjson", [HttpMethods.Get, HttpMethods.Post], endpoints.CallAsync);
        application.MapMethods("/u/{code}", readers, endpoints.OpenShortLinkAsync);
        application.MapMethods("/jdc", readers, endpoints.OpenLongLinkAsync);
        application.MapMethods("/img/{skuId}.jpg", readers, endpoints.DrawAsync);
        return application;
    }
}
