using System.Text.Json.Nodes;
using DealBot.Simulators.Market;
using DealBot.Simulators.Shoppers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.Suning;

/// <summary>A Suning affiliate programme (苏宁推客) on the loopback interface.</summary>
public sealed class SuningSimulator : NetworkSimulator
{
    private const string Root = "api/http/sopRequest";

    private readonly SuningSimulatorOptions _options;
    private readonly SuningGateway _gateway;

    private SuningSimulator(SuningSimulatorOptions options)
        : base(options, MarketTerms.Whole, MarketCatalogue.Build("苏宁自营旗舰店"), SeedOf("suning", options))
    {
        _options = options;
        _gateway = new SuningGateway(options, Methods(), Faults);
    }

    /// <inheritdoc />
    public override Uri Gateway => new(BaseAddress, Root);

    /// <summary>Every order as Suning writes it, in the order of purchase; a late change included.</summary>
    public IReadOnlyList<SuningOrder> Orders => [.. Sales.Select(SuningOrder.Of)];

    /// <summary>Starts the simulator on a free port of the loopback interface.</summary>
    /// <param name="options">How it behaves.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async Task<SuningSimulator> StartAsync(SuningSimulatorOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new SuningSimulator(options);
        await simulator.ListenAsync(cancellationToken);
        return simulator;
    }

    private protected override void Map(WebApplication application)
    {
        application.MapPost($"/{Root}/{{method}}", CallAsync);
        application.MapMethods(
            "/visitor.htm", [HttpMethods.Get, HttpMethods.Head], context => LandAsync(context, context.Request.Query[SuningLongLink.Mark].ToString()));
    }

    private async Task CallAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var method = (string)context.Request.RouteValues["method"]!;
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value[0] ?? "", StringComparer.OrdinalIgnoreCase);
        await ServeAsync(context, method, () => _gateway.Answer(method, headers, body.ToArray(), AddressOf(context)));
    }

    private Dictionary<string, (string Business, Func<SuningCall, SuningAnswer> Run)> Methods()
    {
        var goods = new SuningGoodsMethods(_options.Seed, Catalogue, Prices, Faults);
        var links = new SuningLinkMethods(_options, Catalogue, Prices, Links, Faults);
        var orders = new SuningOrderMethods(() => [.. Book.Visible().Select(SuningOrder.Of)], Faults);
        return new()
        {
            ["suning.netalliance.inverstmentcommodity.query"] = ("queryInverstmentcommodity", goods.ListHighCommission),
            ["suning.netalliance.selectrecommendcommodity.query"] = ("querySelectrecommendcommodity", goods.ListRecommended),
            ["suning.netalliance.searchcommoditynew.query"] = ("querySearchcommoditynew", goods.Search),
            ["suning.netalliance.commoditydetail.query"] = ("queryCommoditydetail", goods.Find),
            ["suning.netalliance.storepromotionurl.query"] = ("queryStorepromotionurl", links.ConvertItem),
            ["suning.netalliance.custompromotionurl.query"] = ("queryCustompromotionurl", links.ConvertPage),
            ["suning.netalliance.order.query"] = ("queryOrder", orders.Query),
        };
    }
}
