using System.Text.Json.Nodes;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Tests.Pdd;

public sealed class PddGatewayTests : PddSimulatorFixture
{
    private const string Search = "pdd.ddk.goods.search";

    [Test]
    public async Task Call_in_order_is_answered_under_a_name_of_its_own() =>
        Assert.That((await Wire.SearchAsync(("opt_id", "15")))["goods_list"]!.AsArray(), Is.Not.Empty);

    [TestCase(10001, "type", null)]
    [TestCase(10016, "client_id", "nobody")]
    [TestCase(10016, "client_id", null)]
    [TestCase(10001, "timestamp", null)]
    [TestCase(10001, "timestamp", "yesterday")]
    [TestCase(10001, "data_type", "XML")]
    [TestCase(10017, "type", "pdd.ddk.no.such")]
    public async Task Wrong_common_parameter_has_its_code(int code, string name, string? value) =>
        Assert.That(await Wire.ErrorAsync(Search, ("opt_id", "15"), (name, value)), Is.EqualTo(code));

    [TestCase(600, true)]
    [TestCase(601, false)]
    [TestCase(-601, false)]
    public async Task Time_stamp_may_be_ten_minutes_off(int seconds, bool accepted)
    {
        var sent = Wire.Signed(Search, ("opt_id", "15"), ("timestamp", PddWire.Seconds(Clock.GetUtcNow().AddSeconds(seconds))));

        Assert.That((await Wire.PostAsync(sent)).ContainsKey("goods_search_response"), Is.EqualTo(accepted));
    }

    [Test]
    public async Task Signature_covers_every_parameter_and_its_case()
    {
        var sent = Wire.Signed(Search, ("opt_id", "15"));

        Assert.That(await Wire.ErrorAsync(new Dictionary<string, string>(sent) { ["opt_id"] = "16" }), Is.EqualTo(20004));
        Assert.That(await Wire.ErrorAsync(new Dictionary<string, string>(sent) { ["page"] = "2" }), Is.EqualTo(20004));
        Assert.That(await Wire.ErrorAsync(new Dictionary<string, string>(sent) { ["sign"] = sent["sign"].ToLowerInvariant() }), Is.EqualTo(20004));
        Assert.That(await Wire.ErrorAsync(new Dictionary<string, string>(sent) { ["sign"] = "" }), Is.EqualTo(20004));
    }

    [Test]
    public async Task Json_body_is_signed_as_its_flat_texts()
    {
        var sent = Wire.Signed(Search, ("goods_sign_list", """["纸巾"]"""), ("with_coupon", "true"), ("page", "1"));
        var body = new JsonObject(sent.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)))
        {
            ["goods_sign_list"] = new JsonArray("纸巾"),
            ["with_coupon"] = true,
            ["page"] = 1,
            ["cat_id"] = null,
        };

        Assert.That((await Wire.PostJsonAsync(body)).ContainsKey("goods_search_response"), Is.True);
    }

    [TestCase("new_client", "pdd-new-secret-0003", 20031)]
    [TestCase("far_client", "pdd-far-secret-0004", 20005)]
    public async Task Account_without_package_or_white_list_is_refused(string client, string secret, int code)
    {
        using var wire = new PddWire(Simulator.Gateway, Clock, client, secret);

        Assert.That(await wire.ErrorAsync(Search, ("opt_id", "15")), Is.EqualTo(code));
    }

    [TestCase(NetworkFault.TooFrequent, 52101)]
    [TestCase(NetworkFault.AppCallLimited, 70031)]
    public async Task Limits_have_codes_of_their_own(NetworkFault fault, int code)
    {
        Simulator.Faults.Next(fault);

        Assert.That(await Wire.ErrorAsync(Search, ("opt_id", "15")), Is.EqualTo(code));
    }

    [Test]
    public async Task Empty_result_is_an_empty_object()
    {
        Simulator.Faults.Next(NetworkFault.EmptyResult);

        Assert.That((await Wire.PostAsync(Wire.Signed(Search, ("opt_id", "15"))))["goods_search_response"]!.AsObject(), Is.Empty);
    }

    [Test]
    public async Task Position_is_filed_by_opening_its_link()
    {
        Task<JsonObject> QueryAsync() => Wire.CallAsync("authority_query_response", "pdd.ddk.member.authority.query", ("pid", Unfiled));
        Assert.That((await QueryAsync())["bind"]!.GetValue<int>(), Is.Zero);
        var answer = await Wire.CallAsync("rp_promotion_url_generate_response", "pdd.ddk.rp.prom.url.generate", ("channel_type", "10"), ("p_id_list", $"[\"{Unfiled}\"]"));

        using var response = await Wire.Http.GetAsync(new Uri(answer["url_list"]![0]!["url"]!.GetValue<string>()));

        Assert.That((await QueryAsync())["bind"]!.GetValue<int>(), Is.EqualTo(1));
    }
}
