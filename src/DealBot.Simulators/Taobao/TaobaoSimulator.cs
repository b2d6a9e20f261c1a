using System.Text.Json.Nodes;
using DealBot.Contracts;
using DealBot.Simulators.Market;
using DealBot.Simulators.Shoppers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.Taobao;

/// <summary>A Taobao open platform (淘宝客 TOP) on the loopback interface.</summary>
public sealed class TaobaoSimulator : NetworkSimulator
{
    private static readonly MarketTerms Terms = new(Rate.FromPercent(90), _ => Rate.Zero);

    private readonly TaobaoGateway _gateway;
    private readonly TaobaoCommandMethod _commands;

    // The same goods as elsewhere, at prices of its own.
    private TaobaoSimulator(TaobaoSimulatorOptions options)
        : base(options, Terms, MarketCatalogue.Build("天猫旗舰店"), (int)(StableRandom.Hash(options.Seed, "taobao") & 0x7FFFFFFF))
    {
        _commands = new TaobaoCommandMethod(Links);
        _gateway = new TaobaoGateway(options, Methods(options), Faults);
    }

    /// <inheritdoc />
    public override Uri Gateway => new(BaseAddress, "router/rest");

    /// <summary>Every order as Taobao has it, in the order of purchase; a late change included.</summary>
    public IReadOnlyList<TaobaoOrder> Orders => [.. Sales.Select(TaobaoOrder.Of)];

    /// <summary>Starts the simulator on a free port of the loopback interface.</summary>
    /// <param name="options">How it behaves.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async Task<TaobaoSimulator> StartAsync(TaobaoSimulatorOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new TaobaoSimulator(options);
        await simulator.ListenAsync(cancellationToken);
        return simulator;
    }

    /// <inheritdoc />
    public override SeenDeal? Open(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _commands.Open(text) is var (address, item) && OfferOf(item.SkuId) is var offer
            ? new SeenDeal(address, item.Category.Name1, offer.Price, offer.FinalPrice)
            : null;
    }

    private protected override void Map(WebApplication application)
    {
        string[] readers = [HttpMethods.Get, HttpMethods.Head];
        application.MapMethods("/router/rest", [HttpMethods.Get, HttpMethods.Post], CallAsync);
        application.MapMethods("/t", readers, context => LandAsync(context, context.Request.Query["e"].ToString()));
        application.MapMethods("/coupon/edetail", readers, context => LandAsync(context, context.Request.Query["e"].ToString()));
    }

    private async Task CallAsync(HttpContext context)
    {
        var parameters = await FormParameters.ReadAsync(context.Request);
        await ServeAsync(context, parameters.GetValueOrDefault("method") ?? "", () => _gateway.Answer(parameters, AddressOf(context)));
    }

    private Dictionary<string, Func<TaobaoCall, JsonObject>> Methods(TaobaoSimulatorOptions options)
    {
        var search = new TaobaoSearchMethod(options.Seed, new TaobaoGoods(Catalogue), Prices, Links, Faults);
        var orders = new TaobaoOrderMethod(options, () => [.. Book.Visible().Select(TaobaoOrder.Of)], Faults);
        return new()
        {
            ["taobao.tbk.dg.material.optional.upgrade"] = search.Query,
            ["taobao.tbk.tpwd.create"] = _commands.Create,
            ["taobao.tbk.order.details.get"] = orders.Query,
        };
    }
}
