using DealBot.Contracts;

namespace DealBot.Networks.Tests.Taobao.Simulated;

/// <summary>Command texts (淘口令) between the real client and the simulated app.</summary>
public sealed class TaobaoCommandTests
{
    [Test]
    public async Task A_command_leads_where_its_link_does_and_its_order_comes_back_to_the_position()
    {
        await using var taobao = await SimulatedTaobao.StartAsync();
        var network = taobao.Account();
        var deal = await network.ListDealsAsync(new DealQuery(null, null, 60), default).FirstAsync(deal => deal.EstimatedCommission > Money.Zero);

        var result = await network.ConvertAsync(new LinkRequest(deal, new Tracking(null, "111222334")) { WantsCommand = true }, default);
        var link = ((LinkResult.Converted)result).Link;
        var opened = taobao.Simulator.Open($"复制口令，打开淘宝：{link.Command}")?.Link;
        taobao.Simulator.Buy(await taobao.VisitAsync(opened!), 1);
        var order = (await network.PullOrdersAsync(new OrderWindow(taobao.Clock.GetUtcNow().AddMinutes(-5), taobao.Clock.GetUtcNow().AddSeconds(1)), default).SingleAsync()).Order!;

        Assert.That(opened, Is.EqualTo(link.Url));
        Assert.That((order.Deal, order.Tracking.PositionId), Is.EqualTo((deal.Key, "111222334")));
    }

    [Test]
    public async Task No_command_is_made_unless_it_is_wanted()
    {
        await using var taobao = await SimulatedTaobao.StartAsync();
        var network = taobao.Account();
        var deal = await network.ListDealsAsync(new DealQuery(null, null, 1), default).SingleAsync();

        var result = (LinkResult.Converted)await network.ConvertAsync(new LinkRequest(deal, new Tracking(null, null)), default);

        Assert.That((result.Link.Command, taobao.Simulator.Calls.ContainsKey("taobao.tbk.tpwd.create")), Is.EqualTo(((string?)null, false)));
    }

    [Test]
    public async Task A_command_that_cannot_be_made_refuses_the_deal_and_says_what_to_apply_for()
    {
        await using var taobao = await SimulatedTaobao.StartAsync();
        var network = taobao.WordlessAccount();
        var deal = await network.ListDealsAsync(new DealQuery(null, null, 1), default).SingleAsync();

        var refused = (LinkResult.Refused)await network.ConvertAsync(new LinkRequest(deal, new Tracking(null, null)) { WantsCommand = true }, default);

        Assert.That(refused.AccountFault, Is.True);
        Assert.That(refused.Reason.Zh, Does.Contain("淘宝客").And.Contain("申请").And.Contain("taobao.tbk.tpwd.create"));
    }

    [Test]
    public async Task During_a_big_sale_windows_of_twenty_minutes_are_answered_and_longer_ones_say_which_setting_to_change()
    {
        await using var taobao = await SimulatedTaobao.StartAsync(isBigSale: true);
        var now = taobao.Clock.GetUtcNow();

        Assert.That(await taobao.Account().PullOrdersAsync(new OrderWindow(now.AddMinutes(-20), now), default).ToListAsync(), Is.Empty);
        var longer = taobao.Account(options: options => options with { OrderWindowMinutes = 60 });
        var exception = (await Assert.ThrowsAsync<NetworkException>(async () => await longer.PullOrdersAsync(new OrderWindow(now.AddHours(-1), now), default).ToListAsync()))!;

        Assert.That(exception.Reason.Zh, Does.Contain("OrderWindowMinutes"));
    }
}
