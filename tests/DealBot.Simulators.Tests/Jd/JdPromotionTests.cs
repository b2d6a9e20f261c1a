using DealBot.Simulators.Jd;

namespace DealBot.Simulators.Tests.Jd;

public sealed class JdPromotionTests : JdSimulatorFixture
{
    [TestCase(1, "clickURL")]
    [TestCase(2, "shortURL")]
    [TestCase(3, "clickURL,shortURL")]
    public async Task Chain_type_decides_which_links_come(int chainType, string fields)
    {
        var answer = await Wire.ConvertAsync($"\"materialId\":\"{await MaterialAsync()}\",\"subUnionId\":\"g42_d7\",\"chainType\":{chainType}");

        Assert.That(string.Join(',', answer["data"]!.AsObject().Select(pair => pair.Key)), Is.EqualTo(fields));
    }

    [Test]
    public async Task Short_link_is_the_default_and_the_long_link_carries_the_sub_union_id()
    {
        var material = await MaterialAsync();
        var brief = await Wire.ConvertAsync($"\"materialId\":\"{material}\",\"subUnionId\":\"g42_d7\"");
        var full = await Wire.ConvertAsync($"\"materialId\":\"{material}\",\"subUnionId\":\"g42_d7\",\"chainType\":1");

        Assert.That(brief["data"]!["shortURL"]!.GetValue<string>(), Does.Match($"^{Simulator.BaseAddress}u/[0-9A-Za-z]{{7}}$"));
        Assert.That(full["data"]!["clickURL"]!.GetValue<string>(), Does.Match($"^{Simulator.BaseAddress}jdc\\?e=g42_d7&p=[0-9A-Za-z]+$"));
    }

    [TestCase("100012043978", 2001101)]
    [TestCase("https://example.com/item", 2001102)]
    [TestCase("https://item.jd.com/100000000001.html", 2001104)]
    [TestCase("https://jingfen.jd.com/detail/unknown.html", 2001104)]
    [TestCase("https://www.jd.com/", 2001105)]
    public async Task Refuses_material_that_is_no_promoted_item(string material, int code) =>
        Assert.That(await ConvertCodeAsync($"\"materialId\":\"{material}\""), Is.EqualTo(code));

    [TestCase("\"subUnionId\":\"group 42\"", 2001208)]
    [TestCase("\"subUnionId\":\"群四十二\"", 2001208)]
    [TestCase("\"subUnionId\":\"g42\",\"pid\":\"1_2_3\"", 2001214)]
    [TestCase("\"pid\":\"1_2\"", 2001213)]
    [TestCase("\"pid\":\"1000999001_2_3\"", 2001215)]
    [TestCase("\"chainType\":4", 2001212)]
    [TestCase("\"positionId\":\"first\"", 2001212)]
    [TestCase("\"couponUrl\":\"http://coupon.m.jd.com/none\"", 2001905)]
    public async Task Refuses_bad_parameters(string parameters, int code) =>
        Assert.That(await ConvertCodeAsync($"\"materialId\":\"{await MaterialAsync()}\",{parameters}"), Is.EqualTo(code));

    [Test]
    public async Task Sub_union_id_may_have_eighty_characters()
    {
        var material = await MaterialAsync();

        Assert.That(await ConvertCodeAsync($"\"materialId\":\"{material}\",\"subUnionId\":\"{new string('a', 80)}\""), Is.EqualTo(200));
        Assert.That(await ConvertCodeAsync($"\"materialId\":\"{material}\",\"subUnionId\":\"{new string('a', 81)}\""), Is.EqualTo(2001208));
    }

    [Test]
    public async Task Coupon_must_fit_the_item_and_come_back_to_the_letter()
    {
        var bawang = await BawangAsync();
        var coupon = bawang["couponInfo"]!["couponList"]![0]!["link"]!.GetValue<string>();
        var other = Simulator.Catalogue.Items[0];

        Assert.That(await ConvertCodeAsync($"\"materialId\":\"{bawang["materialUrl"]}\",\"couponUrl\":\"{coupon}\""), Is.EqualTo(200));
        Assert.That(
            await ConvertCodeAsync($"\"materialId\":\"{bawang["materialUrl"]}\",\"couponUrl\":\"{Uri.UnescapeDataString(coupon)}\""),
            Is.EqualTo(2001905));
        Assert.That(
            await ConvertCodeAsync($"\"materialId\":\"item.jd.com/{other.SkuId}.html\",\"couponUrl\":\"{coupon}\""), Is.EqualTo(2001909));
    }

    [Test]
    public async Task Coupon_that_has_ended_is_refused()
    {
        var bawang = await BawangAsync();
        Clock.Advance(TimeSpan.FromDays(31));

        var code = await ConvertCodeAsync(
            $"\"materialId\":\"{bawang["materialUrl"]}\",\"couponUrl\":\"{bawang["couponInfo"]!["couponList"]![0]!["link"]}\"");

        Assert.That(code, Is.EqualTo(2001906));
    }

    [Test]
    public async Task Account_without_permission_gets_neither_interface_nor_sub_union_id()
    {
        using var plain = new JdWire(Simulator.Gateway, Clock, Plain.AppKey, Plain.AppSecret);
        var material = await MaterialAsync();

        var bySubUnionId = await plain.ConvertAsync($"\"materialId\":\"{material}\"");
        var common = await plain.ConvertCommonAsync($"\"materialId\":\"{material}\",\"siteId\":\"{Plain.SiteId}\",\"subUnionId\":\"g42\"");

        Assert.That(bySubUnionId["code"]!.GetValue<int>(), Is.EqualTo(2001403));
        Assert.That(common["code"]!.GetValue<int>(), Is.EqualTo(2001403));
    }

    [TestCase("\"siteId\":\"4100000001\",\"positionId\":3100000007", 200)]
    [TestCase("\"positionId\":3100000007", 1002024)]
    [TestCase("\"siteId\":\"4100000002\"", 2001501)]
    [TestCase("\"siteId\":\"4100000001\",\"ext1\":\"12345678901234567890123456789012345678901\"", 2001230)]
    public async Task Common_conversion_wants_the_site_on_file(string parameters, int code) => Assert.That(
        (await Wire.ConvertCommonAsync($"\"materialId\":\"{await MaterialAsync()}\",{parameters}"))["code"]!.GetValue<int>(),
        Is.EqualTo(code));

    [Test]
    public async Task Landing_page_shows_the_price_after_the_coupon()
    {
        var link = await ConvertBawangAsync("g42_d7");

        var page = await Wire.Http.GetStringAsync(link);

        Assert.That(page, Does.Contain("券后价").And.Contain("¥24.9").And.Contain("¥49.9"));
    }

    [Test]
    public async Task Coupon_exists_only_through_a_link_that_asked_for_it()
    {
        var answer = await Wire.ConvertAsync($"\"materialId\":\"{await MaterialAsync()}\"");

        var order = Simulator.Buy(await VisitAsync(answer["data"]!["shortURL"]!.GetValue<string>()), 1);

        Assert.That(order.EstimatedBase.ToPriceText(), Is.EqualTo("49.9"));
    }

    [Test]
    public async Task Only_a_reader_of_the_page_is_a_visit()
    {
        var link = await ConvertBawangAsync("g42_d7");

        using var head = new HttpRequestMessage(HttpMethod.Head, link);
        using var response = await Wire.Http.SendAsync(head);
        var first = await VisitAsync(link);
        var second = await VisitAsync(link);

        Assert.That(response.Headers.Contains(JdSimulator.VisitHeader), Is.False);
        Assert.That(first, Does.EndWith("-1"));
        Assert.That(second, Does.EndWith("-2"));
    }

    [Test]
    public async Task Short_link_lapses_after_sixty_days_and_the_long_one_does_not()
    {
        var answer = await Wire.ConvertAsync($"\"materialId\":\"{await MaterialAsync()}\",\"chainType\":3");
        Clock.Advance(TimeSpan.FromDays(61));

        using var brief = await Wire.Http.GetAsync(answer["data"]!["shortURL"]!.GetValue<string>());
        using var full = await Wire.Http.GetAsync(answer["data"]!["clickURL"]!.GetValue<string>());

        Assert.That((int)brief.StatusCode, Is.EqualTo(404));
        Assert.That((int)full.StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task A_link_that_was_converted_can_be_converted_again()
    {
        var link = await ConvertBawangAsync("g1");

        Assert.That(await ConvertCodeAsync($"\"materialId\":\"{link}\",\"subUnionId\":\"g2\""), Is.EqualTo(200));
    }

    private async Task<string> MaterialAsync() => (await BawangAsync())["materialUrl"]!.GetValue<string>();

    private async Task<int> ConvertCodeAsync(string request) => (await Wire.ConvertAsync(request))["code"]!.GetValue<int>();
}
