namespace DealBot.Simulators.Tests.Taobao;

public sealed class TaobaoGatewayTests
{
    private const string Search = "taobao.tbk.dg.material.optional.upgrade";

    private TaobaoWire _wire = null!;

    [SetUp]
    public async Task OpenAsync() => _wire = await TaobaoWire.StartAsync();

    [TearDown]
    public async Task CloseAsync() => await _wire.DisposeAsync();

    [TestCase("md5")]
    [TestCase("hmac")]
    [TestCase("hmac-sha256")]
    public async Task Each_way_of_signing_is_taken(string method) => Assert.That(
        (await _wire.PostAsync(TaobaoWire.Signed(_wire.Form(Search, ("adzone_id", "111222333"), ("q", "抽纸"), ("sign_method", method))))).ContainsKey("error_response"), Is.False);

    [TestCase("method", "", 21)]
    [TestCase("method", "taobao.nothing", 22)]
    [TestCase("app_key", "", 28)]
    [TestCase("app_key", "1", 29)]
    [TestCase("format", "xml", 23)]
    [TestCase("v", "", 32)]
    [TestCase("v", "1.0", 34)]
    [TestCase("timestamp", "", 30)]
    [TestCase("timestamp", "2026-01-15 10:10:29", 31)]
    [TestCase("timestamp", "2026-01-15 10:30:31", 31)]
    [TestCase("sign_method", "sha1", 25)]
    public async Task A_call_that_is_wrong_before_it_is_looked_at_has_its_code(string name, string value, int code) =>
        Assert.That((await _wire.RefusalAsync(TaobaoWire.Signed(_wire.Form(Search, ("q", "抽纸"), (name, value))))).Code, Is.EqualTo(code));

    [Test]
    public async Task The_signature_is_over_exactly_what_was_received()
    {
        var altered = TaobaoWire.Signed(_wire.Form(Search, ("adzone_id", "111222333"), ("q", "抽纸")));
        altered["q"] = "牛奶";
        var lowered = TaobaoWire.Signed(_wire.Form(Search, ("adzone_id", "111222333"), ("q", "抽纸")));
        lowered["sign"] = lowered["sign"].ToLowerInvariant();
        var unsigned = _wire.Form(Search, ("q", "抽纸"));

        Assert.That((await _wire.RefusalAsync(altered)).Code, Is.EqualTo(25));
        Assert.That((await _wire.RefusalAsync(lowered)).Code, Is.EqualTo(25));
        Assert.That((await _wire.RefusalAsync(unsigned)).Code, Is.EqualTo(24));
        Assert.That((await _wire.RefusalAsync(TaobaoWire.Signed(_wire.Form(Search), "another-secret"))).Code, Is.EqualTo(25));
    }

    [TestCase("adzone_id", "", 40, null)]
    [TestCase("adzone_id", "9", 15, "PID")]
    [TestCase("relation_id", "9", 15, "渠道")]
    [TestCase("page_size", "101", 15, "page_size")]
    [TestCase("q", "", 15, "cat")]
    public async Task A_search_that_is_wrong_says_why(string name, string value, int code, string? words)
    {
        var (found, _, said) = await _wire.RefusalAsync(TaobaoWire.Signed(_wire.Form(Search, ("adzone_id", "111222333"), ("q", "抽纸"), (name, value))));

        Assert.That((found, said), Is.EqualTo((code, said)));
        Assert.That(said ?? "", Does.Contain(words ?? ""));
    }

    [Test]
    public async Task More_calls_a_second_than_granted_are_refused()
    {
        await using var wire = await TaobaoWire.StartAsync(options => options with { RequestsPerSecond = 1 });
        await wire.SearchAsync("抽纸");

        Assert.That((await wire.RefusalAsync(TaobaoWire.Signed(wire.Form(Search, ("adzone_id", "111222333"), ("q", "抽纸"))))).Code, Is.EqualTo(7));
    }
}
