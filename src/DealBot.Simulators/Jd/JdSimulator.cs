using System.Text.Json.Nodes;
using DealBot.Contracts;
using DealBot.Simulators.Market;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.Jd;

/// <summary>A JD Union (京东联盟) on the loopback interface.</summary>
public sealed class JdSimulator : NetworkSimulator
{
    private static readonly MarketTerms Terms =
        new(Rate.FromPercent(90), item => item.IsSelfOperated ? Rate.FromPercent(10) : Rate.Zero);

    private readonly JdSimulatorOptions _options;
    private readonly JdGateway _gateway;

    private JdSimulator(JdSimulatorOptions options)
        : base(options, Terms, MarketCatalogue.Build(), options.Seed)
    {
        _options = options;
        _gateway = new JdGateway(options, Methods(), Faults);
    }

    /// <inheritdoc />
    public override Uri Gateway => new(BaseAddress, "routerjson");

    /// <summary>Every order as JD writes it, in the order of purchase; a late change included.</summary>
    public IReadOnlyList<JdOrder> Orders => [.. Sales.Select(Write)];

    /// <summary>Starts the simulator on a free port of the loopback interface.</summary>
    /// <param name="options">How it behaves.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async Task<JdSimulator> StartAsync(JdSimulatorOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new JdSimulator(options);
        await simulator.ListenAsync(cancellationToken);
        return simulator;
    }

    /// <summary>An order as JD writes it.</summary>
    public JdOrder Write(MarketOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return JdOrder.Of(order, _options.Accounts.FirstOrDefault(account => account.AppKey == order.Account) ?? JdPromotionMethods.SomebodyElse);
    }

    private protected override void Map(WebApplication application)
    {
        application.MapMethods("/routerjson", [HttpMethods.Get, HttpMethods.Post], CallAsync);
        application.MapMethods("/jdc", [HttpMethods.Get, HttpMethods.Head], context => LandAsync(context, context.Request.Query["p"].ToString()));
    }

    private async Task CallAsync(HttpContext context)
    {
        var parameters = await FormParameters.ReadAsync(context.Request);
        await ServeAsync(context, parameters.GetValueOrDefault("method") ?? "", () => _gateway.Answer(parameters, AddressOf(context)));
    }

    private Dictionary<string, Func<JdCall, JsonObject>> Methods()
    {
        var materials = new JdMaterials(Catalogue, Links);
        var goods = new JdGoodsMethods(_options.Seed, Catalogue, Prices, materials, Faults);
        var promotion = new JdPromotionMethods(materials, Prices, Links, Faults);
        var orders = new JdOrderMethods(() => [.. Book.Visible().Select(Write)], Catalogue, Faults);
        return new()
        {
            ["jd.union.open.goods.jingfen.query"] = goods.QueryChannel,
            ["jd.union.open.goods.query"] = goods.Query,
            ["jd.union.open.promotion.common.get"] = promotion.Common,
            ["jd.union.open.promotion.bysubunionid.get"] = promotion.BySubUnionId,
            ["jd.union.open.order.row.query"] = orders.QueryRows,
        };
    }
}
