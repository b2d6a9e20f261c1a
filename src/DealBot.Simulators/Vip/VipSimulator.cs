using System.Text;
using System.Text.Json.Nodes;
using DealBot.Simulators.Market;
using DealBot.Simulators.Shoppers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.Vip;

/// <summary>A Vipshop affiliate programme (唯品会联盟) on the loopback interface.</summary>
public sealed class VipSimulator : NetworkSimulator
{
    private readonly VipSimulatorOptions _options;
    private readonly VipGateway _gateway;

    private VipSimulator(VipSimulatorOptions options)
        : base(options, MarketTerms.Whole, MarketCatalogue.Build("唯品会自营旗舰店"), SeedOf("vip", options))
    {
        _options = options;
        _gateway = new VipGateway(options, Methods(), Faults);
    }

    /// <inheritdoc />
    public override Uri Gateway => BaseAddress;

    /// <summary>Every order as Vipshop writes it, in the order of purchase; unpaid ones are not listed there.</summary>
    public IReadOnlyList<VipOrder> Orders => [.. Sales.Select(VipOrder.Of)];

    /// <summary>Starts the simulator on a free port of the loopback interface.</summary>
    /// <param name="options">How it behaves.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async Task<VipSimulator> StartAsync(VipSimulatorOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new VipSimulator(options);
        await simulator.ListenAsync(cancellationToken);
        return simulator;
    }

    private protected override void Map(WebApplication application)
    {
        application.MapPost("/", CallAsync);
        application.MapMethods(
            "/redirect.php", [HttpMethods.Get, HttpMethods.Head], context => LandAsync(context, VipLongLink.MarkOf(context.Request.Query["url"].ToString())));
    }

    private async Task CallAsync(HttpContext context)
    {
        var query = context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value[0] ?? "");
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        await ServeAsync(context, VipGateway.MethodOf(query), () => _gateway.Answer(query, body, AddressOf(context)));
    }

    private Dictionary<string, Func<VipCall, JsonNode?>> Methods()
    {
        var goods = new VipGoodsMethods(_options.Seed, Catalogue, Prices, Faults);
        var urls = new VipUrlMethods(Catalogue, Prices, Links, Faults);
        var orders = new VipOrderMethods(() => [.. Book.Visible().Where(order => order.PaidAt is not null).Select(VipOrder.Of)], Faults);
        return new()
        {
            ["UnionGoodsV2Service.goodsListV2"] = goods.ListChannel,
            ["UnionGoodsV2Service.query"] = goods.Search,
            ["UnionGoodsV2Service.getByGoodsIdsV2"] = goods.FindByIds,
            ["UnionUrlV2Service.genByGoodsId"] = urls.Convert,
            ["UnionOrderV2Service.orderList"] = orders.List,
        };
    }
}
