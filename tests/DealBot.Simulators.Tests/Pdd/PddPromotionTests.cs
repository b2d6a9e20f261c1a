using System.Text.Json.Nodes;
using System.Web;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Tests.Pdd;

public sealed class PddPromotionTests : PddSimulatorFixture
{
    [Test]
    public async Task Long_links_name_position_and_custom_parameters()
    {
        var links = await ConvertAsync(("custom_parameters", Custom));

        var query = HttpUtility.ParseQueryString(new Uri(links["url"]!.GetValue<string>()).Query);
        Assert.That((query["pid"], query["customParameters"]), Is.EqualTo((Pid, Custom)));
        var inner = HttpUtility.ParseQueryString(new Uri(links["mobile_url"]!.GetValue<string>()).Query)["launch_url"];
        Assert.That(inner, Does.StartWith("duo_coupon_landing.html?").And.Contain(Pid));
        Assert.That(links.ContainsKey("short_url"), Is.False, "nobody asked for it");
    }

    [Test]
    public async Task Every_link_leads_to_the_item()
    {
        var links = await ConvertAsync(("custom_parameters", Custom), ("generate_short_url", "true"));
        foreach (var link in new[] { "url", "mobile_url", "short_url", "mobile_short_url" })
        {
            var sale = Simulator.Buy(await VisitAsync(links[link]!.GetValue<string>()), 1);
            Assert.That((sale.Tracking.SubId, sale.Tracking.PositionId), Is.EqualTo((Custom, Pid)), link);
        }
    }

    [Test]
    public async Task Altered_link_leads_nowhere()
    {
        var links = await ConvertAsync();
        var altered = links["url"]!.GetValue<string>().Replace("AyIG", "AyIH", StringComparison.Ordinal);

        using var response = await Wire.Http.GetAsync(new Uri(altered));

        Assert.That((int)response.StatusCode, Is.EqualTo(404));
    }

    [Test]
    public async Task Position_that_is_not_on_file_is_refused_unless_the_link_itself_files_it()
    {
        var sign = await SignAsync();

        Assert.That(await ErrorAsync(sign, ("p_id", Unfiled)), Is.EqualTo(60001));
        Assert.That((await Wire.ConvertAsync(sign, ("p_id", Unfiled), ("generate_authority_url", "true"))).ContainsKey("url"), Is.True);
    }

    [TestCase("p_id", null, 10000)]
    [TestCase("p_id", "87654321_1", 50001)]
    [TestCase("goods_sign_list", "[]", 10000)]
    [TestCase("goods_sign_list", """["nosuchsign"]""", 50001)]
    [TestCase("custom_parameters", """{"uid":"0123456789012345678901234567890","sid":"01234567890123456789"}""", 10000)]
    public async Task Wrong_parameter_is_refused(string name, string? value, int code) =>
        Assert.That(await ErrorAsync(await SignAsync(), ("p_id", Pid), (name, value)), Is.EqualTo(code));

    [Test]
    public async Task Foreign_link_names_somebody_else()
    {
        Simulator.Faults.Next(NetworkFault.ForeignLink);

        var query = HttpUtility.ParseQueryString(new Uri((await ConvertAsync())["url"]!.GetValue<string>()).Query);

        Assert.That(query["pid"], Is.Not.EqualTo(Pid));
    }

    private async Task<string> SignAsync() => (await RowAsync())["goods_sign"]!.GetValue<string>();

    private Task<int> ErrorAsync(string sign, params (string Name, string? Value)[] parameters) =>
        Wire.ErrorAsync("pdd.ddk.goods.promotion.url.generate", [("goods_sign_list", $"[\"{sign}\"]"), .. parameters]);

    private async Task<JsonObject> ConvertAsync(params (string Name, string? Value)[] parameters) =>
        await Wire.ConvertAsync(await SignAsync(), [("p_id", Pid), .. parameters]);
}
