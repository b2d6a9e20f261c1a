using DealBot.Simulators.Market;
using DealBot.Simulators.Shoppers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.Pdd;

/// <summary>A Pinduoduo (多多客) on the loopback interface.</summary>
public sealed class PddSimulator : NetworkSimulator
{
    private const string Filed = "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>备案成功</title><p>推广位备案成功</p></html>";

    private readonly PddSimulatorOptions _options;
    private readonly PddFiling _filing = new();
    private readonly PddGateway _gateway;

    private PddSimulator(PddSimulatorOptions options)
        : base(options, MarketTerms.Whole, PddGoods.Build(), SeedOf("pdd", options))
    {
        _options = options;
        _gateway = new PddGateway(options, Methods(), Faults);
    }

    /// <inheritdoc />
    public override Uri Gateway => new(BaseAddress, "api/router");

    /// <summary>Every order as Pinduoduo writes it, in the order of purchase; unpaid ones are not listed there.</summary>
    public IReadOnlyList<PddOrder> Orders => [.. Sales.Select(PddOrder.Of)];

    /// <summary>Starts the simulator on a free port of the loopback interface.</summary>
    /// <param name="options">How it behaves.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async Task<PddSimulator> StartAsync(PddSimulatorOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new PddSimulator(options);
        await simulator.ListenAsync(cancellationToken);
        return simulator;
    }

    private protected override void Map(WebApplication application)
    {
        string[] readers = [HttpMethods.Get, HttpMethods.Head];
        application.MapPost("/api/router", CallAsync);
        application.MapMethods($"/{PddLongLink.Page}", readers, LandAsync);
        application.MapMethods($"/{PddLongLink.AppPage}", readers, LandAsync);
        application.MapGet($"/{PddAuthorityMethods.Page}", FileAsync);
    }

    private async Task CallAsync(HttpContext context)
    {
        var parameters = await PddParameters.ReadAsync(context.Request);
        await ServeAsync(context, parameters.Text("type") ?? "", () => _gateway.Answer(parameters, AddressOf(context)));
    }

    private Task LandAsync(HttpContext context) => LandAsync(context, PddLongLink.MarkOf(context.Request.QueryString.Value ?? ""));

    private Task FileAsync(HttpContext context)
    {
        _filing.File(context.Request.Query["pid"].ToString());
        return Answers.HtmlAsync(context, StatusCodes.Status200OK, Filed);
    }

    private Dictionary<string, Func<PddCall, PddAnswer>> Methods()
    {
        var goods = new PddGoodsMethods(SeedOf("pdd", _options), Catalogue, Prices, Faults);
        var promotion = new PddPromotionMethods(Catalogue, Prices, Links, _filing, Faults);
        var authority = new PddAuthorityMethods(_filing);
        var orders = new PddOrderMethods(() => [.. Book.Visible().Where(order => order.PaidAt is not null).Select(PddOrder.Of)], Faults);
        return new()
        {
            ["pdd.ddk.goods.search"] = goods.Search,
            ["pdd.ddk.goods.promotion.url.generate"] = promotion.Convert,
            ["pdd.ddk.member.authority.query"] = authority.Query,
            ["pdd.ddk.rp.prom.url.generate"] = PddAuthorityMethods.Promote,
            ["pdd.ddk.order.list.increment.get"] = orders.ListByUpdate,
            ["pdd.ddk.order.list.range.get"] = orders.ListByPayment,
        };
    }
}
