using DealBot.Contracts;

namespace DealBot.Networks.Tests.Jd;

public sealed class JdListingTests
{
    [Test]
    public async Task Asks_the_configured_gateway_by_channel()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Goods(1, JdSome.Row()));

        await scene.ListAsync(channel: "26");

        Assert.That(scene.Gateway.Addresses, Is.EqualTo(new[] { new Uri("https://api.jd.com/routerjson") }));
        Assert.That(scene.Gateway.Forms[0]["method"], Is.EqualTo("jd.union.open.goods.jingfen.query"));
        Assert.That(scene.Gateway.Forms[0]["360buy_param_json"], Is.EqualTo("""{"goodsReq":{"eliteId":26,"pageIndex":1,"pageSize":50}}"""));
    }
}
