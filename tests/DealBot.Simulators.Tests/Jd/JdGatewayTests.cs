namespace DealBot.Simulators.Tests.Jd;

public sealed class JdGatewayTests : JdSimulatorFixture
{
    private const string Method = "jd.union.open.goods.jingfen.query";
    private const string Json = """{"goodsReq":{"eliteId":22,"pageIndex":1,"pageSize":20}}""";

    [Test]
    public async Task Accepts_the_published_signature()
    {
        var sent = Wire.Signed(Method, Json);

        Assert.That(sent["sign"], Is.EqualTo("0C7BF10C77D7F863E2003FAAD4CCF6E7"));
        Assert.That(await Wire.PostAsync(sent), Does.StartWith("{\"jd_union_open_goods_jingfen_query_responce\":{\"code\":\"0\",\"queryResult\":\"{"));
    }

    [Test]
    public async Task Accepts_the_published_signature_without_sign_method()
    {
        var sent = Wire.Signed(Method, Json, parameters => parameters.Remove("sign_method"));

        Assert.That(sent["sign"], Is.EqualTo("774C9E65A80501DEE07FEB50C622C6A3"));
        Assert.That(await Wire.PostAsync(sent), Does.Contain("_responce"));
    }

    [Test]
    public async Task Accepts_the_published_signature_of_a_chinese_keyword()
    {
        var sent = Wire.Signed("jd.union.open.goods.query", """{"goodsReqDTO":{"keyword":"纸巾","pageIndex":1,"pageSize":30}}""");

        Assert.That(sent["sign"], Is.EqualTo("087F025E2FA62A1BDA05D86FF33EF404"));
        Assert.That(await Wire.PostAsync(sent), Does.Contain("_responce"));
    }

    [Test]
    public async Task Accepts_a_call_by_query_string()
    {
        using var query = new FormUrlEncodedContent(Wire.Signed(Method, Json));

        var answer = await Wire.Http.GetStringAsync($"{Simulator.Gateway}?{await query.ReadAsStringAsync()}");

        Assert.That(answer, Does.Contain("_responce"));
    }

    [TestCase("", "14")]
    [TestCase("method", "21")]
    [TestCase("method,app_key", "4")]
    [TestCase("method,app_key,v", "7")]
    [TestCase("method,app_key,v,timestamp", "11")]
    public async Task Complains_of_what_is_missing_in_order(string present, string code)
    {
        var sent = Wire.Signed(Method, Json).Where(pair => present.Split(',').Contains(pair.Key)).ToDictionary();

        Assert.That(await Wire.GatewayErrorAsync(sent), Is.EqualTo(code));
    }

    [TestCase("app_key", "nobody", "21")]
    [TestCase("v", "2.0", "5")]
    [TestCase("timestamp", "2026-01-15T10:20:30", "8")]
    [TestCase("timestamp", "2026-01-15 10:14:29", "8")]
    [TestCase("timestamp", "2026-01-15 10:26:31", "8")]
    [TestCase("method", "jd.union.open.nothing.get", "15")]
    public async Task Complains_of_what_is_wrong(string name, string value, string code)
    {
        var sent = Wire.Signed(Method, Json, parameters => parameters[name] = value);

        Assert.That(await Wire.GatewayErrorAsync(sent), Is.EqualTo(code));
    }

    [TestCase("2026-01-15 10:14:30")]
    [TestCase("2026-01-15 10:26:30")]
    public async Task Accepts_six_minutes_of_skew(string timestamp)
    {
        var sent = Wire.Signed(Method, Json, parameters => parameters["timestamp"] = timestamp);

        Assert.That(await Wire.PostAsync(sent), Does.Contain("_responce"));
    }

    [Test]
    public async Task A_wrong_signature_comes_before_an_unknown_method()
    {
        var sent = Wire.Signed(Method, Json);
        sent["method"] = "jd.union.open.nothing.get";

        Assert.That(await Wire.GatewayErrorAsync(sent), Is.EqualTo("12"));
    }

    [Test]
    public async Task Signature_is_case_sensitive_and_covers_unknown_parameters()
    {
        var lower = Wire.Signed(Method, Json);
        lower["sign"] = lower["sign"].ToLowerInvariant();
        var smuggled = Wire.Signed(Method, Json);
        smuggled["extra"] = "1";

        Assert.That(await Wire.GatewayErrorAsync(lower), Is.EqualTo("12"));
        Assert.That(await Wire.GatewayErrorAsync(smuggled), Is.EqualTo("12"));
    }

    [Test]
    public async Task Names_the_unknown_key()
    {
        var answer = await Wire.PostAsync(Wire.Signed(Method, Json, parameters => parameters["app_key"] = "nobody"));

        Assert.That(answer, Is.EqualTo("""{"error_response":{"code":"21","zh_desc":"key=nobody 信息无效","en_desc":"Invalid app_key"}}"""));
    }

    [Test]
    public async Task Counts_calls_by_method()
    {
        await Wire.ChannelAsync(22);
        await Wire.ChannelAsync(22);

        Assert.That(Simulator.Calls[Method], Is.EqualTo(2));
    }
}
