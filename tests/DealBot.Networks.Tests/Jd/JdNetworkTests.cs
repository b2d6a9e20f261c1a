using DealBot.Contracts;
using DealBot.Networks.Jd;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Networks.Tests.Jd;

public sealed class JdNetworkTests
{
    private const string GoodLink = """{"shortURL":"https://u.jd.com/SiM0001"}""";

    [Test]
    public async Task An_account_in_order_has_no_faults()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Goods(1, JdSome.Row()), JdSome.Links(GoodLink), JdSome.Orders(false));

        Assert.That(await scene.Network.TestAsync(CancellationToken.None), Is.Empty);
        Assert.That(
            scene.Gateway.Forms.Select(form => form["method"].Split('.')[^2]),
            Is.EqualTo(new[] { "jingfen", "bysubunionid", "row" }));
    }

    [TestCase("12", "AppSecret")]
    [TestCase("21", "AppKey")]
    [TestCase("8", null)]
    public async Task A_refusal_of_the_gateway_names_the_field(string code, string? field)
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.GatewayError(code, "无效"));

        var faults = await scene.Network.TestAsync(CancellationToken.None);

        Assert.That(faults.Select(fault => fault.Field), Is.EqualTo(new[] { field }));
    }

    [TestCase("2001201", "UnionId")]
    [TestCase("2001501", "SiteId")]
    [TestCase("2001606", "PositionId")]
    [TestCase("2001403", "LinkApi")]
    public async Task A_refused_conversion_names_the_field(string code, string field)
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Goods(1, JdSome.Row()), JdSome.Refusal(code), JdSome.Orders(false));

        var faults = await scene.Network.TestAsync(CancellationToken.None);

        Assert.That(faults.Select(fault => fault.Field), Is.EqualTo(new[] { field }));
    }

    [Test]
    public async Task Every_fault_is_found_in_one_go()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(
            JdSome.Goods(1, JdSome.Row()), JdSome.Links("""{"shortURL":"https://new.jd.example/x"}"""), JdSome.Refusal("2002403"));

        var faults = await scene.Network.TestAsync(CancellationToken.None);

        Assert.That(faults.Select(fault => fault.Field), Is.EqualTo(new[] { "LinkHosts", null }));
    }

    [Test]
    public async Task A_single_deal_that_cannot_be_converted_is_no_fault_of_the_account()
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Goods(1, JdSome.Row()), JdSome.Refusal("2001104"), JdSome.Orders(false));

        Assert.That(await scene.Network.TestAsync(CancellationToken.None), Is.Empty);
    }

    [Test]
    public void The_network_knows_its_names()
    {
        using var scene = new JdScene();

        Assert.That((scene.Network.Name, scene.Network.Account), Is.EqualTo(("jd", "main")));
    }

    [Test]
    public void An_account_that_is_not_configured_is_a_mistake_of_the_caller()
    {
        using var http = new HttpClient();

        Assert.That(
            () => JdNetworkFactory.Create(new JdOptions(), "nobody", http, TimeProvider.System, NullLoggerFactory.Instance),
            Throws.ArgumentException.With.Message.Contains("nobody"));
    }
}
